/** How durations are spread: for each whole second, how many there are and their sum in milliseconds. */
export interface Spread {
  readonly seconds: ReadonlyMap<number, { readonly count: number; readonly sum: number }>;
  readonly count: number;
  readonly sum: number;
}

/** Puts together what `secondsPacked` made of several groups. Null is a group without a measured time. */
export function spreadOf(packed: readonly (string | null)[]): Spread {
  const seconds = new Map<number, { count: number; sum: number }>();
  let [total, totalSum] = [0, 0];
  for (const text of packed) {
    for (const part of (text ?? '').split(' ')) {
      if (part === '') continue;
      const [second = 0, count = 0, sum = 0] = part.split(':').map(Number);
      const known = seconds.get(second) ?? { count: 0, sum: 0 };
      seconds.set(second, { count: known.count + count, sum: known.sum + sum });
      total += count;
      totalSum += sum;
    }
  }
  return { seconds, count: total, sum: totalSum };
}

/**
 * The duration below which a part of all lies (0.5: the median), in milliseconds: by the nearest rank, exact to the second.
 * @returns null where nothing was measured.
 */
export function quantileOf({ seconds, count }: Spread, part: number): number | null {
  if (count === 0) return null;
  const rank = Math.max(1, Math.ceil(part * count));
  let seen = 0;
  for (const [, each] of [...seconds].sort(([one], [other]) => one - other)) {
    seen += each.count;
    if (seen >= rank) return Math.round(each.sum / each.count);
  }
  return null;
}

/** The mean in milliseconds; null where nothing was measured. */
export function meanOf({ count, sum }: Pick<Spread, 'count' | 'sum'>): number | null {
  return count === 0 ? null : Math.round(sum / count);
}
