import { open } from 'node:fs/promises';
import { smallAscii } from './words-of-caller.js';

/** How much of a file is read at once, in bytes. */
const atOnce = 1024 * 1024;

/**
 * Whether one of these sequences of bytes stands in a file, without regard to the capitals of ASCII. Where a database
 * lets a text go on in another place of its file, a word that lies across the two is not seen.
 * @param wanted with small letters
 * @returns undefined where the file is not there.
 */
export async function bytesInFile(path: string, wanted: readonly Uint8Array[]): Promise<boolean | undefined> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (file === undefined) return undefined;
  const sought = wanted.map((bytes) => Buffer.from(bytes));
  const overlap = Math.max(0, ...wanted.map(({ length }) => length - 1));
  const buffer = Buffer.alloc(atOnce + overlap);
  try {
    for (let kept = 0; ; ) {
      const { bytesRead } = await file.read(buffer, kept, atOnce, null);
      if (bytesRead === 0) return false;
      const filled = kept + bytesRead;
      for (let at = kept; at < filled; at += 1) buffer[at] = smallAscii(buffer[at] ?? 0);
      const part = buffer.subarray(0, filled);
      if (sought.some((bytes) => part.includes(bytes))) return true;
      kept = Math.min(overlap, filled);
      buffer.copyWithin(0, filled - kept, filled);
    }
  } finally {
    await file.close();
  }
}
