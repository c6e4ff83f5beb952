import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';

/** What may be read by whoever may read new files in general, such as knowledge. */
export const shared = 0o666;

/**
 * Writes a file whole or not at all: beside it first, synchronised with the disk, then put in its place. Only its owner can
 * read it unless another mode is given: most of what we write tells about people. With `fresh` it is written only where nothing
 * is yet. Throws what the file system throws: EEXIST where something is.
 */
export function writeWhole(path: string, text: string, mode = 0o600, { fresh = false } = {}): void {
  const beside = `${path}.${process.pid}.new`;
  try {
    // What a killed process has left, or somebody has put there, is not written into.
    rmSync(beside, { force: true });
    const file = openSync(beside, 'wx', mode);
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (fresh) linkFresh(beside, path);
    else renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** Puts a file in a place where nothing is, also where the file system has no links. */
function linkFresh(beside: string, path: string): void {
  try {
    linkSync(beside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    copyFileSync(beside, path, constants.COPYFILE_EXCL);
  }
  rmSync(beside, { force: true });
}
