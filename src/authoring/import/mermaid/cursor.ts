import type { Place, PlaceInText } from '../../../source/index.js';

/** Where the reading of a text stands. The one value here that changes. */
export interface Cursor {
  readonly text: string;
  at: number;
  /** Where the chart ends in the text. */
  readonly end: number;
  readonly placeOf: PlaceInText;
}

/** What stands here, if it is this: a sticky expression. The cursor goes on behind it. */
export function take(cursor: Cursor, pattern: RegExp): RegExpExecArray | undefined {
  const found = look(cursor, pattern);
  if (found !== undefined) cursor.at += found[0].length;
  return found;
}

/** What stands here, if it is this: a sticky expression. The cursor stays. */
export function look(cursor: Cursor, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text);
  return found === null || cursor.at + found[0].length > cursor.end ? undefined : found;
}

/** Where the line ends in which the cursor stands. */
export function lineEnd(cursor: Cursor): number {
  const found = cursor.text.indexOf('\n', cursor.at);
  return found === -1 ? cursor.end : Math.min(found, cursor.end);
}

/** Where the statement ends: at the end of the line, or at a semicolon outside quotes and entities. */
export function statementEnd(cursor: Cursor): number {
  const end = lineEnd(cursor);
  let quoted = false;
  for (let at = cursor.at; at < end; at += 1) {
    const character = cursor.text[at];
    if (character === '"') quoted = !quoted;
    if (character === ';' && !quoted && !/[#&]\w{1,8}$/.test(cursor.text.slice(Math.max(cursor.at, at - 9), at)))
      return at;
  }
  return end;
}

/** The place from an offset to the cursor, without blanks at its end. */
export function placeTo(cursor: Cursor, from: number, to = cursor.at): Place {
  return cursor.placeOf(from, from + cursor.text.slice(from, to).trimEnd().length);
}
