import type { Call, Calls } from './calls.js';
import type { Candidate } from './candidate.js';
import type { Tally } from './tally.js';

/** Calls that belong together, and the candidate that shows it best. */
export interface Group {
  readonly candidate: Candidate;
  readonly calls: readonly Call[];
  /** All calls in which one of the candidates was seen that are mostly the same calls. */
  readonly numbers: ReadonlySet<number>;
}

/** Two groups are one when so large a part of the smaller one's calls are in the other. */
const mostly = 0.6;
/** The same where they share neither the subject nor a value: of all calls of both (P. Jaccard, 1901). */
const nearlyAll = 0.5;
/** No more candidates than this are looked at: they are sorted, and what comes after is least unusual. */
const mostCandidates = 400;

/** Puts the candidates together that are mostly about the same calls: the least likely one tells what they are. */
export function groupsOf({ calls, weeks }: Calls, tally: Tally, candidates: readonly Candidate[]): readonly Group[] {
  const bySubject = new Map<string, Call[]>();
  for (const call of calls) {
    const own = bySubject.get(call.subject);
    if (own === undefined) bySubject.set(call.subject, [call]);
    else own.push(call);
  }
  const groups: { candidate: Candidate; calls: readonly Call[]; numbers: Set<number> }[] = [];
  for (const candidate of candidates.slice(0, mostCandidates)) {
    const { subject, value, window } = candidate;
    const [from, to] = window === undefined ? [0, weeks - 1] : [window.from, window.to];
    const among = subject === undefined ? calls : (bySubject.get(tally.subjects[subject] ?? '') ?? []);
    const own = among.filter(
      ({ week, values }) => week >= from && week <= to && (value === undefined || values.includes(value)),
    );
    const same = groups.find((group) => isSame(group, candidate, own));
    if (same === undefined) groups.push({ candidate, calls: own, numbers: new Set(own.map(({ number }) => number)) });
    else for (const { number } of own) same.numbers.add(number);
  }
  return groups;
}

function isSame(group: Group, candidate: Candidate, calls: readonly Call[]): boolean {
  const both = calls.filter(({ number }) => group.numbers.has(number)).length;
  const { subject, value } = group.candidate;
  const isAkin =
    (subject !== undefined && subject === candidate.subject) || (value !== undefined && value === candidate.value);
  if (isAkin && both >= mostly * Math.min(group.numbers.size, calls.length)) return true;
  return both >= nearlyAll * (group.numbers.size + calls.length - both);
}
