import type { Loaded, LoadFolderOptions } from './loaded.js';

/**
 * Loads the knowledge base in a folder. With a cache directory, what was compiled once is taken from there as long as
 * no file changes; a cache that cannot be read or written changes nothing but the time it takes.
 *
 * Gives everything that could be used and every diagnostic. Throws what the file system throws, such as for a folder
 * that is not there.
 */
export async function loadFolder(directory: string, options: LoadFolderOptions = {}): Promise<Loaded> {
  // Imported only here, so that a browser bundle which loads texts does without the file system.
  const { loadFromFolder } = await import('./folder/index.js');
  return loadFromFolder(directory, options);
}

/**
 * The text that belongs to a knowledge base in a cache directory, such as its search index: the one that is kept there,
 * or the one that `make` gives, which is then kept.
 * @param hash the hash of the knowledge base
 * @param format changes whenever the text changes its form
 */
export async function keptWith(
  directory: string,
  hash: string,
  kind: 'search',
  format: number,
  make: () => string,
): Promise<string> {
  const { keptInCache } = await import('./folder/index.js');
  return keptInCache(directory, { hash, kind }, format, make);
}
