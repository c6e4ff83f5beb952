/** Stands in for `loadFolder` in a browser bundle (the `browser` field of package.json): there is no file system. */
export async function loadFolder(): Promise<never> {
  throw new Error('A browser has no folders to load from: use loadTexts.');
}

/** Stands in for `keptWith` in a browser bundle: nothing is kept. */
export async function keptWith(
  _directory: string,
  _hash: string,
  _kind: string,
  _format: number,
  make: () => string,
): Promise<string> {
  return make();
}
