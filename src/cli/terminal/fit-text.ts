import { stripVTControlCharacters } from 'node:util';
import { wrapAnsi } from 'fast-wrap-ansi';
import { displayWidth } from '../../index.js';

/** How many columns a text takes on a terminal. Colours take none. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of stripVTControlCharacters(text)) width += displayWidth(character);
  return width;
}

/** A text without colours, at most so many columns wide: what is too much at its end becomes an ellipsis. */
export function cutRight(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  const start = taken([...text], columns - 1);
  return `${start.join('').trimEnd()}…`;
}

/** The same, cut at its beginning. */
export function cutLeft(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  const end = taken([...text].reverse(), columns - 1);
  return `…${end.reverse().join('').trimStart()}`;
}

/** A text, coloured or not, as lines of at most so many columns; a word is broken only where it is longer than a line. */
export function wrapped(text: string, columns: number): readonly string[] {
  // Lines that fit keep the blanks at their beginning.
  return text
    .split('\n')
    .flatMap((line) => (widthOf(line) <= columns ? [line] : wrapAnsi(line, columns, { hard: true }).split('\n')));
}

/** A text, coloured or not, filled up with blanks. */
export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)));
}

function taken(characters: readonly string[], columns: number): string[] {
  let width = 0;
  const fitting: string[] = [];
  for (const character of characters) {
    width += displayWidth(character);
    if (width > columns) break;
    fitting.push(character);
  }
  return fitting;
}
