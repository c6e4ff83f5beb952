import type { Cell, ColumnKind, Rate } from '../report.js';
import { durationShown, percent } from '../shown.js';

const blocks = [...'▁▂▃▄▅▆▇█'];

/** A value as people read it, in one line. A list becomes texts with semicolons between; what was not measured is a dash. */
export function cellText(cell: Cell | undefined, kind: ColumnKind): string {
  if (cell === null || cell === undefined) return '–';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') {
    if (kind === 'duration') return durationShown(cell);
    return kind === 'number' ? cell.toFixed(1) : cell.toLocaleString('en-US');
  }
  if (isRate(cell)) return rateText(cell);
  if (kind === 'sparkline') return sparkline(cell as readonly number[]);
  return cell.length === 0 ? '–' : cell.join('; ');
}

/** Whether a value is so many of so many. */
export function isRate(cell: Cell | undefined): cell is Rate {
  return typeof cell === 'object' && cell !== null && 'of' in cell;
}

/** "64% of 1,310"; of fewer than 100 with its interval, "64% of 66 (52-75)"; of fewer than five only "2 of 3". */
function rateText({ count, of, low, high }: Rate): string {
  if (of < 5) return `${count} of ${of}`;
  const interval =
    low === undefined || high === undefined ? '' : ` (${Math.round(100 * low)}-${Math.round(100 * high)})`;
  return `${percent(count, of)} of ${of.toLocaleString('en-US')}${interval}`;
}

/** A number for each week as a row of blocks, the highest of them as high as a line; a week without any is a dot. */
export function sparkline(values: readonly number[]): string {
  const highest = Math.max(...values, 0);
  return values
    .map((value) => (value === 0 ? '·' : (blocks[Math.ceil((value / highest) * blocks.length) - 1] ?? '')))
    .join('');
}

/** How much of the longest bar a value has: from 0 to 1; null where nothing was measured. */
export function partOf(cell: Cell | undefined, highest: number): number | null {
  const value = drawnAs(cell);
  return value === null || highest === 0 ? null : value / highest;
}

/** A value as a number to draw: of a rate its share. */
export function drawnAs(cell: Cell | undefined): number | null {
  if (typeof cell === 'number') return cell;
  return isRate(cell) && cell.of > 0 ? cell.count / cell.of : null;
}
