import type { Names } from '../names.js';
import { poissonTail } from '../statistics/tails.js';
import type { Call, Calls } from './calls.js';
import { type Candidate, fewest, type Looked, leastFactor } from './candidate.js';
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
    const branches = names.branchesOn(tree);
    const isBranch = tally.facts.map((fact) => branches.has(fact));
    for (const name of new Set(ofTree.map(({ subject }) => subject))) {
      const subject = subjectAt.get(name) ?? 0;
      if (tally.ofSubject.within(subject, 0, calls.weeks - 1) < enough) continue;
      lookAtSubject({ calls, tally, subject, name, ofTree, isBranch }, limit, looked);
    }
  }
  return looked;
}

interface About {
  readonly calls: Calls;
  readonly tally: Tally;
  readonly subject: number;
  readonly name: string;
  readonly ofTree: readonly Call[];
  readonly isBranch: readonly boolean[];
}

function lookAtSubject(
  about: About,
  limit: number,
  looked: { readonly candidates: Candidate[]; readonly leasts: number[] },
): void {
  const { tally, subject, name, ofTree, isBranch } = about;
  const needed = valuesNeeded(about);
  // For each fact in each stratum: the calls in which it is known, and by value; of the subject and of all.
  const known = new Map<string, [number, number]>();
  const valued = new Map<number, Map<string, [number, number]>>();
  for (const call of ofTree) {
    if (call.values.some((value) => (needed.get(tally.factOf[value] ?? 0) ?? value) !== value)) continue;
    const isOwn = call.subject === name ? 1 : 0;
    const stratum = call.values.filter((value) => isBranch[tally.factOf[value] ?? 0]).join(' ');
    for (const value of call.values) {
      const fact = tally.factOf[value] ?? 0;
      if (isBranch[fact] || needed.has(fact)) continue;
      addTo(known, `${fact} ${stratum}`, isOwn);
      const strata = valued.get(value) ?? new Map<string, [number, number]>();
      valued.set(value, strata);
      addTo(strata, stratum, isOwn);
    }
  }
  for (const [value, strata] of valued) {
    let [count, expected, most] = [0, 0, 0];
    for (const [stratum, [own, all]] of strata) {
      const [ownKnown, allKnown] = known.get(`${tally.factOf[value]} ${stratum}`) ?? [0, 0];
      count += own;
      expected += (ownKnown * all) / allKnown;
      most += Math.min(ownKnown, all);
    }
    const least = poissonTail(most, expected);
    if (most < fewest || least > limit) continue;
    looked.leasts.push(least);
    if (count < fewest || count < leastFactor * expected) continue;
    const p = poissonTail(count, expected);
    if (p <= limit) looked.candidates.push({ subject, value, count, expected, p });
  }
}

/** The values that nearly all calls of a subject have, by their fact. */
function valuesNeeded({ tally, calls, subject, ofTree, name }: About): ReadonlyMap<number, number> {
  const last = calls.weeks - 1;
  const values = new Set(ofTree.filter((call) => call.subject === name).flatMap((call) => call.values));
  return new Map(
    [...values].flatMap((value): [number, number][] => {
      const fact = tally.factOf[value] ?? 0;
      const all = tally.knownIn.within(pairKey(subject, fact), 0, last);
      const own = tally.ofPair.within(pairKey(subject, value), 0, last);
      return own >= alwaysThere * all ? [[fact, value]] : [];
    }),
  );
}

function addTo(map: Map<string, [number, number]>, key: string, isOwn: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [isOwn, 1]);
  else {
    known[0] += isOwn;
    known[1] += 1;
  }
}
