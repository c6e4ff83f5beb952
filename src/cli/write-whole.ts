import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Writes a file whole or not at all: beside it first, synchronised with the disk, then put in its place. Only its owner can
 * read it unless another mode is given: most of what we write tells about people. Throws what the file system throws.
 */
export function writeWhole(path: string, text: string, mode = 0o600): void {
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
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
