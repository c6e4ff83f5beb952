import type { Place } from './place.js';

/** Turns offsets in a text into a place: from `start` up to but not including `end`. */
export type PlaceInText = (start: number, end: number) => Place;

/** Counts the lines of a text once, and then finds places in it. */
export function placeInText(file: string, text: string): PlaceInText {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const lineOf = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return (start, end) => {
    const from = Math.max(0, Math.min(start, text.length));
    const to = Math.max(from, Math.min(end, text.length));
    const line = lineOf(from);
    const endLine = lineOf(to);
    return {
      file,
      line: line + 1,
      column: from - (starts[line] as number) + 1,
      endLine: endLine + 1,
      endColumn: to - (starts[endLine] as number) + 1,
    };
  };
}
