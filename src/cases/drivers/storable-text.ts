const unstorable = /[\0\p{Surrogate}]/u;

/**
 * A text as every database takes it: without U+0000, which PostgreSQL refuses, and with U+FFFD in place of half a
 * character, which is no UTF-8. Events are JSON, where both are written as escapes and come back as they were: this is
 * for what stands in a column of its own.
 */
export function storableText(text: string): string {
  if (!unstorable.test(text)) return text;
  return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd');
}

/** The same for any value that is given to a query: what is no text stays as it is. */
export function storable(value: unknown): unknown {
  return typeof value === 'string' ? storableText(value) : value;
}

/** More characters than this are not told apart where a text is a key: an index takes entries of a limited length. */
const longestKey = 300;

/** A text as a part of a key. */
export function keyText(text: string): string {
  return storableText(text.slice(0, longestKey));
}
