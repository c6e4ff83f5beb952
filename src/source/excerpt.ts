import { displayWidth } from './display-width.js';
import { neutralised } from './hostile-characters.js';
import type { Place } from './place.js';

const tab = '    ';

interface Cell {
  readonly shown: string;
  readonly width: number;
  readonly marked: boolean;
}

function cells(line: string, from: number, to: number): readonly Cell[] {
  const all: Cell[] = [];
  let column = 1;
  for (const character of line) {
    const shown = character === '\t' ? tab : neutralised(character);
    const width = character === '\t' ? tab.length : displayWidth(shown);
    all.push({ shown, width, marked: column >= from && column < to });
    column += character.length;
  }
  return all;
}

function cutRound(all: readonly Cell[], width: number): readonly Cell[] {
  const total = all.reduce((sum, cell) => sum + cell.width, 0);
  if (total <= width) return all;
  const dots: Cell = { shown: '…', width: 1, marked: false };
  const room = width - 2;
  const first = Math.max(
    0,
    all.findIndex((cell) => cell.marked),
  );
  let start = first;
  for (let used = 0; start > 0 && used + (all[start - 1] as Cell).width <= room / 3; start -= 1)
    used += (all[start - 1] as Cell).width;
  let end = start;
  for (let used = 0; end < all.length && used + (all[end] as Cell).width <= room; end += 1)
    used += (all[end] as Cell).width;
  return [...(start > 0 ? [dots] : []), ...all.slice(start, end), ...(end < all.length ? [dots] : [])];
}

/**
 * The source line of a place with its number, and carets below the place. Of a place of several lines the first is
 * shown. Tabs are shown as four blanks, wide characters get two carets, a long line is cut round the place to `width`
 * columns, and hostile characters are replaced. Ends without a line break.
 */
export function excerpt(text: string, place: Place, width = 100): string {
  const line = (text.split('\n', place.line)[place.line - 1] ?? '').replace(/\r$/, '');
  // An empty place is marked at the character that it stands before.
  const to = Math.max(place.column + 1, place.endLine === place.line ? place.endColumn : line.length + 1);
  const shown = cutRound(cells(line, place.column, to), width);
  const number = String(place.line);
  const before = shown.findIndex((cell) => cell.marked);
  const blanks =
    before === -1
      ? shown.reduce((sum, cell) => sum + cell.width, 0)
      : shown.slice(0, before).reduce((sum, cell) => sum + cell.width, 0);
  const carets = shown.reduce((sum, cell) => sum + (cell.marked ? cell.width : 0), 0);
  return [
    `${number} | ${shown.map((cell) => cell.shown).join('')}`.trimEnd(),
    `${' '.repeat(number.length)} | ${' '.repeat(blanks)}${'^'.repeat(Math.max(1, carets))}`,
  ].join('\n');
}
