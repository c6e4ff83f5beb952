import type { Column } from '../report.js';

/** What of a table fits into a line: which columns, how wide each is, and which are left out. */
export interface Fitted {
  readonly kept: readonly number[];
  readonly widths: readonly number[];
  readonly left: readonly number[];
}

/** A text column is no narrower than this. */
const leastText = 18;
/** Between two columns. */
const gap = 1;

/**
 * Fits a table into so many columns of a terminal. Numbers are never cut; texts are wrapped. Where there is no room, the
 * last columns are left out, which are those that matter least.
 */
export function fitted(columns: readonly Column[], texts: readonly (readonly string[])[], width: number): Fitted {
  const natural = columns.map(({ title }, at) => {
    const longestWord = Math.max(...title.split(' ').map((word) => word.length));
    return Math.max(longestWord, ...texts.map((cells) => [...(cells[at] ?? '')].length));
  });
  const isText = columns.map(({ kind }) => kind === 'text' || kind === 'list');
  const kept: number[] = [];
  const left: number[] = [];
  let used = 0;
  columns.forEach((_, at) => {
    const wide = natural[at] ?? 0;
    const least = (isText[at] ? Math.min(wide, leastText) : wide) + gap;
    if (left.length > 0 || used + least > width) left.push(at);
    else {
      kept.push(at);
      used += least;
    }
  });
  let spare = width - used;
  const widths = kept.map((at) => {
    const wide = (natural[at] ?? 0) + gap;
    const least = isText[at] ? Math.min(wide, leastText + gap) : wide;
    const more = Math.min(spare, wide - least);
    spare -= more;
    return least + more;
  });
  return { kept, widths, left };
}
