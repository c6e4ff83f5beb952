import type { Calls } from './calls.js';
import { sparseWeekCounts, type WeekCounts, weekCounts } from './week-counts.js';

/** How many calls there are of everything that is compared, by week. */
export interface Tally {
  /** How many weeks there are, with those before the time of the report. */
  readonly weeks: number;
  readonly subjects: readonly string[];
  readonly facts: readonly string[];
  /** The fact of each value, by index. */
  readonly factOf: readonly number[];
  /** All calls, under the key 0. */
  readonly all: WeekCounts;
  readonly ofSubject: WeekCounts;
  readonly ofValue: WeekCounts;
  /** Calls in which a fact is known. */
  readonly known: WeekCounts;
  /** The same for the calls of a subject, by `pairKey` of the subject and the fact. */
  readonly knownIn: WeekCounts;
  readonly ofPair: WeekCounts;
}

/** More values or subjects than this are not told apart. */
const most = 2 ** 21;

/** A key for a subject with a value or a fact. */
export function pairKey(subject: number, other: number): number {
  return subject * most + other;
}

/** The subject and the value of a key. */
export function pairOf(key: number): readonly [number, number] {
  return [Math.floor(key / most), key % most];
}

/** Counts the calls. */
export function tallyOf({ calls, values }: Calls): Tally {
  const weeks = calls.reduce((oldest, { week }) => Math.max(oldest, week), 0) + 1;
  const [subjects, facts] = [new Map<string, number>(), new Map<string, number>()];
  const factOf = values.map(({ fact }) => indexIn(facts, fact));
  const subjectOf = calls.map(({ subject }) => indexIn(subjects, subject));
  const [all, ofSubject] = [weekCounts(weeks, 1), weekCounts(weeks, subjects.size)];
  const [ofValue, known] = [weekCounts(weeks, values.length), weekCounts(weeks, facts.size)];
  const [knownIn, ofPair] = [sparseWeekCounts(weeks), sparseWeekCounts(weeks)];
  for (const [at, { week, values: own }] of calls.entries()) {
    const subject = subjectOf[at] ?? 0;
    all.add(0, week);
    ofSubject.add(subject, week);
    let before = -1;
    // Values of a fact stand together: one with several values is known once.
    for (const value of own) {
      const fact = factOf[value] ?? 0;
      ofValue.add(value, week);
      ofPair.add(pairKey(subject, value), week);
      if (fact !== before) {
        known.add(fact, week);
        knownIn.add(pairKey(subject, fact), week);
      }
      before = fact;
    }
  }
  for (const counts of [all, ofSubject, ofValue, known, knownIn, ofPair]) counts.sumUp();
  const names = { subjects: [...subjects.keys()], facts: [...facts.keys()], factOf };
  return { weeks, ...names, all, ofSubject, ofValue, known, knownIn, ofPair };
}

function indexIn(map: Map<string, number>, key: string): number {
  const index = map.get(key) ?? map.size;
  map.set(key, index);
  return index;
}
