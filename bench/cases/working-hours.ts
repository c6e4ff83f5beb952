import { chooseByWeight } from './choose.js';

const hour = 3_600_000;
const day = 24 * hour;

/** How many calls begin on a day of the week, from Sunday on, beside each other. */
const week = [0.1, 1.3, 1.05, 1, 1, 0.9, 0.25] as const;

/** The same for the hours of a day: two peaks, and hardly anybody at night. */
const hours: readonly (readonly [number, number])[] = [
  ...[0, 1, 2, 3, 4, 5].map((each) => [each, 0.05] as const),
  ...[0.3, 1, 2.4, 3, 2.6, 2, 1.2, 1.8, 2.5, 2.2, 1.6, 1, 0.5, 0.3, 0.2, 0.1, 0.1, 0.05].map(
    (weight, index) => [index + 6, weight] as const,
  ),
];

/** So many times in milliseconds, in order, over the days before `end` (which is midnight): as a desk is called. */
export function timesOfCalls(count: number, days: number, end: number, next: () => number): readonly number[] {
  const times: number[] = [];
  while (times.length < count) {
    const midnight = end - day * (1 + Math.floor(next() * days));
    if (next() * 1.3 > (week[new Date(midnight).getUTCDay()] ?? 0)) continue;
    times.push(midnight + hour * chooseByWeight(hours, next) + Math.floor(next() * hour));
  }
  return times.sort((one, other) => one - other);
}
