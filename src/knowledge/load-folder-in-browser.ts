/** Stands in for `loadFolder` in a browser bundle (the `browser` field of package.json): there is no file system. */
export async function loadFolder(): Promise<never> {
  throw new Error('A browser has no folders to load from: use loadTexts.');
}
