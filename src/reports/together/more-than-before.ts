import { type Drawn, leastTail, tailOf } from '../statistics/tails.js';
import { type Candidate, type Looked, leastFactor } from './candidate.js';
import { fewest } from './fewest.js';
import { pairKey, pairOf, type Tally } from './tally.js';
import type { TimeWindow } from './time-windows.js';
import type { WeekCounts } from './week-counts.js';

/** Others with fewer calls than this do not tell whether everything has changed. */
const enoughOthers = 10;

/**
 * What is more frequent in a time than in the weeks before: a subject among all calls, a value among the calls in which
 * its fact is known, and a value among the calls of a subject in which its fact is known. The last one has to be unusual
 * twice. Compared with the same subject before: what a tree needs to reach a fault, such as Windows for a fault of Windows,
 * was always there. And compared with the other calls of that time: a version that everybody gets is no trait of one fault.
 * @param limit a p-value above which nothing can be unusual
 */
export function moreThanBefore(tally: Tally, windows: readonly TimeWindow[], limit: number): Looked {
  const { all, ofSubject, ofValue, known, knownIn, ofPair, factOf } = tally;
  const candidates: Candidate[] = [];
  const leasts: number[] = [];
  const look = (
    which: Pick<Candidate, 'subject' | 'value'>,
    drawn: Drawn,
    count: number,
    window: TimeWindow,
    also = 0,
  ): void => {
    const expected = ((drawn.kind - count) / (drawn.all - drawn.drawn)) * drawn.drawn;
    if (count < fewest || count < leastFactor * expected) return;
    const p = Math.max(also, tailOf(count, drawn));
    if (p <= limit) candidates.push({ ...which, window, count, expected, p });
  };
  for (const window of windows) {
    for (const subject of ofSubject.keys()) {
      const drawn = drawnOf(ofSubject, subject, all, 0, window, limit, leasts);
      if (drawn !== undefined) look({ subject }, drawn, ofSubject.within(subject, window.from, window.to), window);
    }
    for (const value of ofValue.keys()) {
      const drawn = drawnOf(ofValue, value, known, factOf[value] ?? 0, window, limit, leasts);
      if (drawn !== undefined) look({ value }, drawn, ofValue.within(value, window.from, window.to), window);
    }
    for (const key of ofPair.keys()) {
      const [subject, value] = pairOf(key);
      const fact = factOf[value] ?? 0;
      const drawn = drawnOf(ofPair, key, knownIn, pairKey(subject, fact), window, limit, leasts);
      if (drawn === undefined) continue;
      const count = ofPair.within(key, window.from, window.to);
      if (count < fewest) continue;
      const among = {
        kind: ofValue.within(value, window.from, window.to),
        all: known.within(fact, window.from, window.to),
        drawn: drawn.drawn,
      };
      const others = among.all - among.drawn < enoughOthers ? 0 : tailOf(count, among);
      look({ subject, value }, drawn, count, window, others);
    }
  }
  return { candidates, leasts };
}

/** Counts a group among those that were looked at. @returns undefined where it could not be unusual whatever was seen. */
function drawnOf(
  part: WeekCounts,
  key: number,
  whole: WeekCounts,
  wholeKey: number,
  { from, to, before }: TimeWindow,
  limit: number,
  leasts: number[],
): Drawn | undefined {
  const kind = part.within(key, from, before);
  if (kind < fewest) return undefined;
  const drawn = { kind, all: whole.within(wholeKey, from, before), drawn: whole.within(wholeKey, from, to) };
  if (kind === drawn.all || drawn.drawn === 0 || drawn.drawn === drawn.all) return undefined;
  const least = leastTail(drawn);
  if (least > limit) return undefined;
  leasts.push(least);
  return drawn;
}
