import { freeze } from './freeze.js';
import type { ValidFile } from './link/index.js';
import type { SourceFile } from './loaded.js';
import { type ReadFile, read } from './read/index.js';
import type { FileKind } from './schema/index.js';
import { validate } from './validate/index.js';
import type { Report } from './words/index.js';

/** A file by itself, and what was found in it. */
interface Reading {
  readonly file: ReadFile;
  readonly found: readonly ((report: Report) => void)[];
}

// What a file holds depends on its path and its bytes alone. An editor gives the same bytes again with each change of another
// file; they are compared with what they were, since whoever gave them can have written into them.
const readings = new WeakMap<Uint8Array, { readonly was: Uint8Array; readonly reading: Reading }>();

/**
 * Reads one file and holds it against the schema of its kind. Bytes that were read before under the same path, and have
 * not changed, are not read again: what was found in them is reported anew.
 */
export function readValid(file: SourceFile, kind: FileKind, report: Report): ValidFile & { readonly shown: string } {
  const { found, file: done } = readingOf(file, kind);
  for (const tell of found) tell(report);
  const { path, shown, holder } = done;
  return { path, kind, shown, ...(holder === undefined ? {} : { holder }) };
}

function readingOf(file: SourceFile, kind: FileKind): Reading {
  const { path, text } = file;
  if (typeof text === 'string') return newReading(file, kind);
  const known = readings.get(text);
  if (known !== undefined && known.reading.file.path === path && isSame(known.was, text)) return known.reading;
  const reading = newReading(file, kind);
  freeze(reading.file);
  readings.set(text, { was: text.slice(), reading });
  return reading;
}

function newReading(source: SourceFile, kind: FileKind): Reading {
  const found: ((report: Report) => void)[] = [];
  const report: Report = (code, place, args, related) => {
    found.push((to) => to(code, place, args, related));
  };
  const file = read(source, report);
  if (file.holder !== undefined) validate(kind, file.holder, report);
  return { file, found };
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
