import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { Misuse } from '../exit.js';

/**
 * Writes a file whole or not at all: beside it first, synchronised with the disk, then put in its place. Only its owner can
 * read it: reports tell about people.
 * @throws Misuse when it cannot be written, with a sentence that says why.
 */
export function writeWhole(path: string, text: string): void {
  const beside = `${path}.${process.pid}.new`;
  try {
    const file = openSync(beside, 'wx', 0o600);
    try {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new Misuse(`"${path}" cannot be written: ${(error as Error).message}`);
  }
}
