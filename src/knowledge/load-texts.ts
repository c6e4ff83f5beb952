import { hashedParts, isKnowledge, sortedFiles } from './content.js';
import type { Loaded, LoadFolderOptions, SourceFile } from './loaded.js';

/**
 * Loads a knowledge base from texts, without any input or output, so that it also works in a browser. Files that do not
 * belong to a knowledge base are passed over; the order of the files does not matter.
 *
 * Gives everything that could be used and every diagnostic. Throws a TypeError when a path is given twice.
 */
export async function loadTexts(
  files: Iterable<SourceFile>,
  { written = false }: Pick<LoadFolderOptions, 'written'> = {},
): Promise<Loaded> {
  const sorted = sortedFiles(files);
  const digest = await globalThis.crypto.subtle.digest(
    'SHA-256',
    joined(hashedParts(sorted.filter(({ path }) => isKnowledge(path)))),
  );
  const hash = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const { compile } = await import('./compile.js');
  return compile(sorted, { hash, written });
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
