import type { Place, PlaceInText } from '../../source/index.js';

/** Where something stands in its text: from the first offset up to but not including the second. */
export type Span = readonly [start: number, end: number];

/** Where one entry of a list or map stands. A list's entries have no key. */
export interface EntrySpan {
  readonly key?: Span;
  readonly value: Span;
}

/** A key of a map or an index of a list. */
export type Key = string | number;

interface Origin {
  readonly text: string;
  readonly placeOf: PlaceInText;
  readonly entries: ReadonlyMap<Key, EntrySpan>;
}

// Values stay plain, so that schemas and links can work on them; where they were written stands beside them.
const origins = new WeakMap<object, Origin>();

/** Keeps where the entries of a list or map were written, in written order. */
export function remember(value: object, origin: Origin): void {
  origins.set(value, origin);
}

function originOf(value: object): Origin {
  const origin = origins.get(value);
  if (origin === undefined) throw new TypeError('This value was not read from a file.');
  return origin;
}

function spanOf(value: object, key: Key): { origin: Origin; entry: EntrySpan } {
  const origin = originOf(value);
  const entry = origin.entries.get(key);
  if (entry === undefined) throw new TypeError(`Nothing was written under ${key}.`);
  return { origin, entry };
}

/** The place of the value under a key or index. */
export function valuePlace(value: object, key: Key): Place {
  const { origin, entry } = spanOf(value, key);
  return origin.placeOf(...entry.value);
}

/** The place of a key; in a list, of the entry itself. */
export function keyPlace(value: object, key: Key): Place {
  const { origin, entry } = spanOf(value, key);
  return origin.placeOf(...(entry.key ?? entry.value));
}

/** The place from the beginning of a key to the end of its value. */
export function entryPlace(value: object, key: Key): Place {
  const { origin, entry } = spanOf(value, key);
  return origin.placeOf((entry.key ?? entry.value)[0], entry.value[1]);
}

/** The place of the key of an entry, or of the first key inside an entry of a list: short enough to be marked. */
export function headPlace(value: object, key: Key): Place {
  const { origin, entry } = spanOf(value, key);
  if (entry.key !== undefined) return origin.placeOf(...entry.key);
  const inner = (value as Record<Key, unknown>)[key];
  const first = typeof inner === 'object' && inner !== null ? firstKey(inner) : undefined;
  return first ?? origin.placeOf(...entry.value);
}

function firstKey(value: object): Place | undefined {
  const origin = originOf(value);
  const first = origin.entries.values().next().value;
  return first?.key === undefined ? undefined : origin.placeOf(...first.key);
}

/** The place of one piece of the text under a key, or of the whole text where the piece is not written as such. */
export function piecePlace(value: object, key: Key, piece: string): Place {
  const { origin, entry } = spanOf(value, key);
  const at = origin.text.indexOf(piece, entry.value[0]);
  if (at === -1 || at + piece.length > entry.value[1]) return origin.placeOf(...entry.value);
  return origin.placeOf(at, at + piece.length);
}

/** What the author typed for a value. */
export function sourceOf(value: object, key: Key): string {
  const { origin, entry } = spanOf(value, key);
  return origin.text.slice(...entry.value);
}

/** Whether something is written under a key. */
export function isWritten(value: object, key: Key): boolean {
  return originOf(value).entries.has(key);
}

/** The entries of a map in written order; a plain object would put keys such as "10" first. */
export function entriesOf<Value>(value: Readonly<Record<string, Value>>): readonly (readonly [string, Value])[] {
  return [...originOf(value).entries.keys()].map((key) => [String(key), value[key] as Value]);
}
