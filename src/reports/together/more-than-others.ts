import type { Names } from '../names.js';
import { poissonTail } from '../statistics/tails.js';
import type { Call, Calls } from './calls.js';
import { type Candidate, type Looked, leastFactor } from './candidate.js';
import { fewest } from './fewest.js';
import { pairKey, type Tally } from './tally.js';

/** A value that so large a part of a subject's calls has is what the subject needs, and tells nothing. */
const alwaysThere = 0.95;
/** Subjects with fewer calls than this are not looked at. */
const enough = 10;

/**
 * Which values go with a fault more often than with the other calls of its tree, over the whole time of the report.
 * Compared are only calls that could have come to the fault: of the same tree, in which the fact is known, with the values
 * that the fault always has, and, taken apart by the values on which the tree branches, as N. Mantel and W. Haenszel do
 * (Journal of the National Cancer Institute 22, 1959). What the tree branches on is not looked at itself. The number of
 * calls is compared with the Poisson distribution, which is wider than the true one: it errs towards saying nothing.
 */
export function moreThanOthers(calls: Calls, tally: Tally, names: Names, limit: number): Looked {
  const looked = { candidates: [] as Candidate[], leasts: [] as number[] };
  const subjectAt = new Map(tally.subjects.map((name, index) => [name, index]));
  const byTree = new Map<string, Call[]>();
  for (const call of calls.calls) {
    if (call.week >= calls.weeks) continue;
    const tree = call.subject.split('/')[0] ?? '';
    const ofTree = byTree.get(tree);
    if (ofTree === undefined) byTree.set(tree, [call]);
    else ofTree.push(call);
  }
  for (const [tree, ofTree] of byTree) {
    const isBranch = tally.facts.map((fact) => names.branchesOn(tree).has(fact));
    const strata = new Map<string, number>();
    // What is known in a call, with its stratum: worked out once, and not for each fault of the tree.
    const placed = ofTree.map(({ subject, values }) => {
      const branch = values.filter((value) => isBranch[tally.factOf[value] ?? 0]).join(' ');
      const stratum = strata.get(branch) ?? strata.size;
      strata.set(branch, stratum);
      return { subject, values: values.filter((value) => !isBranch[tally.factOf[value] ?? 0]), all: values, stratum };
    });
    for (const name of new Set(ofTree.map(({ subject }) => subject))) {
      const subject = subjectAt.get(name) ?? 0;
      if (tally.ofSubject.within(subject, 0, calls.weeks - 1) < enough) continue;
      lookAtSubject({ weeks: calls.weeks, tally, subject, name, placed, strata: strata.size }, limit, looked);
    }
  }
  return looked;
}

interface About {
  readonly weeks: number;
  readonly tally: Tally;
  readonly subject: number;
  readonly name: string;
  /** The calls of the tree: `all` is everything that is known, `values` is that without what the tree branches on. */
  readonly placed: readonly (Pick<Call, 'subject' | 'values'> & {
    readonly all: readonly number[];
    readonly stratum: number;
  })[];
  /** How many strata there are. */
  readonly strata: number;
}

/** How many calls of a subject there are, and of all. */
interface Part {
  own: number;
  all: number;
}

function lookAtSubject(
  about: About,
  limit: number,
  looked: { readonly candidates: Candidate[]; readonly leasts: number[] },
): void {
  const { tally, subject, name, placed, strata } = about;
  const needed = valuesNeeded(about);
  // By fact and stratum the calls in which it is known, and by value and stratum those that have it.
  const known = new Map<number, Part>();
  const valued = new Map<number, Part>();
  for (const call of placed) {
    if (needed.size > 0 && call.all.some((value) => (needed.get(tally.factOf[value] ?? 0) ?? value) !== value))
      continue;
    const isOwn = call.subject === name ? 1 : 0;
    for (const value of call.values) {
      const fact = tally.factOf[value] ?? 0;
      if (needed.has(fact)) continue;
      addTo(known, fact * strata + call.stratum, isOwn);
      addTo(valued, value * strata + call.stratum, isOwn);
    }
  }
  const sums = new Map<number, { count: number; expected: number; most: number }>();
  for (const [key, { own, all }] of valued) {
    const value = Math.floor(key / strata);
    const ofFact = known.get((tally.factOf[value] ?? 0) * strata + (key % strata)) ?? { own: 0, all: 1 };
    const sum = sums.get(value) ?? { count: 0, expected: 0, most: 0 };
    sums.set(value, sum);
    sum.count += own;
    sum.expected += (ofFact.own * all) / ofFact.all;
    sum.most += Math.min(ofFact.own, all);
  }
  for (const [value, { count, expected, most }] of sums) {
    if (most < fewest) continue;
    const least = poissonTail(most, expected);
    if (least > limit) continue;
    looked.leasts.push(least);
    if (count < fewest || count < leastFactor * expected) continue;
    const p = poissonTail(count, expected);
    if (p <= limit) looked.candidates.push({ subject, value, count, expected, p });
  }
}

/** The values that nearly all calls of a subject have, by their fact. */
function valuesNeeded({ tally, weeks, subject, placed, name }: About): ReadonlyMap<number, number> {
  const last = weeks - 1;
  const values = new Set(placed.filter((call) => call.subject === name).flatMap(({ all }) => all));
  return new Map(
    [...values].flatMap((value): [number, number][] => {
      const fact = tally.factOf[value] ?? 0;
      const all = tally.knownIn.within(pairKey(subject, fact), 0, last);
      const own = tally.ofPair.within(pairKey(subject, value), 0, last);
      return own >= alwaysThere * all ? [[fact, value]] : [];
    }),
  );
}

function addTo(map: Map<number, Part>, key: number, isOwn: number): void {
  const part = map.get(key);
  if (part === undefined) map.set(key, { own: isOwn, all: 1 });
  else {
    part.own += isOwn;
    part.all += 1;
  }
}
