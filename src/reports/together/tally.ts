import type { Calls } from './calls.js';

/** Numbers of calls by week, summed up: the number at a week is that of all later weeks. */
type Weeks = number[];

/** How many calls there are of everything that is compared, by week. */
export interface Tally {
  readonly subjects: readonly string[];
  readonly facts: readonly string[];
  /** The fact of each value, by index. */
  readonly factOf: readonly number[];
  readonly all: Weeks;
  readonly ofSubject: ReadonlyMap<number, Weeks>;
  readonly ofValue: ReadonlyMap<number, Weeks>;
  /** Calls in which a fact is known. */
  readonly known: ReadonlyMap<number, Weeks>;
  /** The same for the calls of a subject, by `pairKey`. */
  readonly knownIn: ReadonlyMap<number, Weeks>;
  readonly ofPair: ReadonlyMap<number, Weeks>;
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
  const last = calls.reduce((oldest, { week }) => Math.max(oldest, week), 0);
  const [subjects, facts] = [new Map<string, number>(), new Map<string, number>()];
  const indexIn = (map: Map<string, number>, key: string): number => {
    const index = map.get(key) ?? map.size;
    map.set(key, index);
    return index;
  };
  const factOf = values.map(({ fact }) => indexIn(facts, fact));
  const [ofSubject, ofValue, known, knownIn, ofPair] = Array.from({ length: 5 }, () => new Map<number, Weeks>()) as [
    Map<number, Weeks>,
    Map<number, Weeks>,
    Map<number, Weeks>,
    Map<number, Weeks>,
    Map<number, Weeks>,
  ];
  const all: Weeks = Array(last + 1).fill(0);
  const add = (map: Map<number, Weeks>, key: number, week: number): void => {
    let weeks = map.get(key);
    if (weeks === undefined) {
      weeks = Array(last + 1).fill(0);
      map.set(key, weeks);
    }
    weeks[week] = (weeks[week] ?? 0) + 1;
  };
  for (const { subject: name, week, values: own } of calls) {
    const subject = indexIn(subjects, name);
    all[week] = (all[week] ?? 0) + 1;
    add(ofSubject, subject, week);
    const seen: number[] = [];
    for (const value of own) {
      add(ofValue, value, week);
      add(ofPair, pairKey(subject, value), week);
      const fact = factOf[value] ?? 0;
      if (seen.includes(fact)) continue;
      seen.push(fact);
      add(known, fact, week);
      add(knownIn, pairKey(subject, fact), week);
    }
  }
  for (const map of [ofSubject, ofValue, known, knownIn, ofPair]) for (const weeks of map.values()) sumUp(weeks);
  sumUp(all);
  return {
    subjects: [...subjects.keys()],
    facts: [...facts.keys()],
    factOf,
    all,
    ofSubject,
    ofValue,
    known,
    knownIn,
    ofPair,
  };
}

function sumUp(weeks: Weeks): void {
  for (let week = 1; week < weeks.length; week += 1) weeks[week] = (weeks[week] ?? 0) + (weeks[week - 1] ?? 0);
}

/** How many there are from one week to an older one, both counted. */
export function within(weeks: readonly number[] | undefined, from: number, to: number): number {
  if (weeks === undefined) return 0;
  return (
    (weeks[Math.min(to, weeks.length - 1)] ?? 0) - (from === 0 ? 0 : (weeks[Math.min(from - 1, weeks.length - 1)] ?? 0))
  );
}
