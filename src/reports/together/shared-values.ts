import type { Calls } from './calls.js';
import type { Group } from './groups.js';
import { pairKey, type Tally } from './tally.js';

/** A value that the calls of a group share: in how many of those in which its fact is known. */
export interface Shared {
  readonly value: number;
  readonly count: number;
  readonly known: number;
}

/** At least so large a part of the calls shares it. */
const nearly = 0.8;
/** And it is at least so many times as frequent as in the other calls about the same. */
const unlike = 1.5;
/** Of fewer other calls nothing can be told. */
const enough = 5;

/**
 * What else the calls of a group share, and other calls about the same do not: neither those before nor, where there are
 * too few, all others of that time.
 */
export function sharedValues({ calls, candidate }: Group, { weeks }: Calls, tally: Tally): readonly Shared[] {
  const { subject, value: own, window } = candidate;
  const counts = new Map<number, number>();
  const known = new Map<number, number>();
  for (const call of calls) {
    for (const value of call.values) counts.set(value, (counts.get(value) ?? 0) + 1);
    for (const fact of new Set(call.values.map((value) => tally.factOf[value] ?? 0)))
      known.set(fact, (known.get(fact) ?? 0) + 1);
  }
  return [...counts]
    .flatMap(([value, count]) => {
      const fact = tally.factOf[value] ?? 0;
      const all = known.get(fact) ?? 0;
      if (value === own || fact === tally.factOf[own ?? -1]) return [];
      if (all < 3 || all < calls.length / 2 || count < nearly * all) return [];
      const [from, to] = window === undefined ? [0, weeks - 1] : [window.to + 1, window.before];
      const others =
        subject === undefined
          ? { all: tally.known.within(fact, from, to), count: tally.ofValue.within(value, from, to) }
          : {
              all: tally.knownIn.within(pairKey(subject, fact), from, to),
              count: tally.ofPair.within(pairKey(subject, value), from, to),
            };
      const rest = window === undefined ? { all: others.all - all, count: others.count - count } : others;
      const usual =
        rest.all >= enough
          ? rest.count / rest.all
          : tally.ofValue.within(value, 0, weeks - 1) / tally.known.within(fact, 0, weeks - 1);
      return count / all >= unlike * usual ? [{ value, count, known: all }] : [];
    })
    .sort((one, other) => other.count - one.count)
    .slice(0, 4);
}
