import { type Drawn, leastTail, tailOf } from '../statistics/tails.js';
import { type Candidate, fewest, leastFactor } from './candidate.js';
import { pairKey, pairOf, type Tally, within } from './tally.js';
import type { TimeWindow } from './time-windows.js';

/** Others with fewer calls than this do not tell whether everything has changed. */
const enoughOthers = 10;

/**
 * What is more frequent in a time than in the weeks before: a subject among all calls, a value among the calls in which
 * its fact is known, and a value among the calls of a subject in which its fact is known. The last one has to be unusual
 * twice. Compared with the same subject before: what a tree needs to reach a fault, such as Windows for a fault of Windows,
 * was always there. And compared with the other calls of that time: a version that everybody gets is no trait of one fault.
 */
export function moreThanBefore(tally: Tally, windows: readonly TimeWindow[], limit: number): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const window of windows) {
    const { from, to, before } = window;
    const compare = (
      part: readonly number[] | undefined,
      whole: readonly number[] | undefined,
    ): Drawn & { count: number } => {
      const count = within(part, from, to);
      const drawn = within(whole, from, to);
      return { count, kind: count + within(part, to + 1, before), drawn, all: drawn + within(whole, to + 1, before) };
    };
    const take = (
      which: Pick<Candidate, 'subject' | 'value'>,
      drawn: Drawn & { count: number },
      p?: () => number,
    ): void => {
      const { count, kind, all } = drawn;
      if (kind < fewest || kind === all) return;
      const least = leastTail(drawn);
      if (least > limit) return;
      const expected = ((kind - count) / (all - drawn.drawn)) * drawn.drawn;
      const isMore = count >= fewest && count >= leastFactor * expected;
      const own = isMore ? tailOf(count, drawn) : 1;
      found.push({ ...which, window, count, expected, p: own <= limit ? Math.max(own, p?.() ?? 0) : own, least });
    };
    for (const [subject, weeks] of tally.ofSubject) take({ subject }, compare(weeks, tally.all));
    for (const [value, weeks] of tally.ofValue)
      take({ value }, compare(weeks, tally.known.get(tally.factOf[value] ?? 0)));
    for (const [key, weeks] of tally.ofPair) {
      const [subject, value] = pairOf(key);
      const fact = tally.factOf[value] ?? 0;
      const own = compare(weeks, tally.knownIn.get(pairKey(subject, fact)));
      take({ subject, value }, own, () => {
        const kind = within(tally.ofValue.get(value), from, to);
        const all = within(tally.known.get(fact), from, to);
        return all - own.drawn < enoughOthers ? 0 : tailOf(own.count, { all, kind, drawn: own.drawn });
      });
    }
  }
  return found;
}
