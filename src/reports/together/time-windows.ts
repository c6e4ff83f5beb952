import { weeksBefore } from './calls.js';
import type { Tally } from './tally.js';

/** A time in which something may be more frequent than in the weeks before it. Weeks count back from the last one, 0. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
  /** The weeks it is compared with: `to + 1` up to this one. */
  readonly before: number;
}

/**
 * Each week of the report, and its last two and four weeks. Those that have fewer calls before them than in them are left
 * out: nobody knows what is usual there.
 */
export function timeWindows(tally: Tally, weeks: number): readonly TimeWindow[] {
  const single = Array.from({ length: weeks }, (_, week) => ({ from: week, to: week }));
  const recent = [1, 3].filter((to) => to < weeks).map((to) => ({ from: 0, to }));
  return [...single, ...recent]
    .map((window) => ({ ...window, before: window.to + weeksBefore }))
    .filter(({ from, to, before }) => {
      const own = tally.all.within(0, from, to);
      return own > 0 && tally.all.within(0, to + 1, before) >= own;
    });
}
