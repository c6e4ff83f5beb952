import { fileKind } from './file-kind.js';
import type { SourceFile } from './loaded.js';

/** Part of what is hashed: changes when the same files come to mean something else. */
const format = 'faultline-knowledge-base-1';

/** The files that belong to a knowledge base, in the one order in which they are read and hashed. */
export function sortedFiles(files: Iterable<SourceFile>): readonly SourceFile[] {
  const own = [...files].filter((file) => fileKind(file.path) !== undefined);
  own.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const twice = own.find((file, index) => file.path === own[index + 1]?.path);
  if (twice !== undefined) throw new TypeError(`The file ${JSON.stringify(twice.path)} was given twice.`);
  return own;
}

/** Whether a file is part of what a call can meet: all but the example calls, which are tests. */
export function isKnowledge(path: string): boolean {
  return fileKind(path) !== 'calls';
}

/**
 * What the hash of a knowledge base is made of: a format version, then each path and each content, with the length of
 * each before it, so that nothing can be moved from one to the next unseen. The files have to be sorted.
 */
export function hashedParts(files: readonly SourceFile[]): readonly Uint8Array[] {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [encoder.encode(format)];
  for (const { path, text } of files) {
    for (const part of [encoder.encode(path), typeof text === 'string' ? encoder.encode(text) : text])
      parts.push(encoder.encode(`\n${part.length}:`), part);
  }
  return parts;
}
