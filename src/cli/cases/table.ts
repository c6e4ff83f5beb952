import { cutRight, padded, widthOf } from '../terminal/index.js';

/** A column: no narrower than `least` when room is short, and left out of the giving where it is as wide as it is. */
export interface Column {
  readonly title: string;
  /** How narrow it may become; absent where nothing of it may be cut. */
  readonly least?: number;
}

/**
 * Rows of text as aligned lines of at most so many columns of a terminal. Where they are too wide, the widest of the
 * columns that may be cut gives way first.
 */
export function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): readonly string[] {
  const all = [columns.map(({ title }) => title), ...rows];
  const widths = columns.map((_, at) => Math.max(...all.map((row) => widthOf(row[at] ?? ''))));
  const gaps = 2 * (columns.length - 1);
  const total = (): number => widths.reduce((sum, each) => sum + each, gaps);
  while (total() > width) {
    const giving = widest(columns, widths);
    if (giving === undefined) break;
    widths[giving] = (widths[giving] ?? 0) - 1;
  }
  return all.map((row) =>
    row
      .map((cell, at) => padded(cutRight(cell, widths[at] ?? 0), widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function widest(columns: readonly Column[], widths: readonly number[]): number | undefined {
  let found: number | undefined;
  columns.forEach(({ least }, at) => {
    if (least === undefined || (widths[at] ?? 0) <= least) return;
    if (found === undefined || (widths[at] ?? 0) > (widths[found] ?? 0)) found = at;
  });
  return found;
}
