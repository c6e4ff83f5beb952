import { dayAfter, dayInWords } from '../days.js';
import type { Names } from '../names.js';
import { counted } from '../shown.js';
import type { Calls } from './calls.js';
import type { Group } from './groups.js';
import type { Shared } from './shared-values.js';
import type { Tally } from './tally.js';

/** What a group's calls are about: the fault, or the tree where none was found. */
export function subjectTold(subject: string | undefined, names: Names): string {
  if (subject === undefined) return 'calls about different things';
  const [tree = '', fault = ''] = subject.split('/');
  if (tree === '') return 'calls for which no tree was found';
  const title = names.tree(tree) ?? tree;
  return fault === '' ? `${title} (no fault found)` : (names.fault(subject) ?? fault);
}

/** A value with the title of its fact: "Printer: HP LaserJet". Which device it is can tell who was calling. */
export function valueTold(
  { fact, value }: { readonly fact: string; readonly value: string },
  names: Names,
  personal: boolean,
): string {
  if (fact === 'device') return personal ? `Device: ${value}` : 'the same device';
  return `${names.fact(fact) ?? fact}: ${names.value(fact, value) ?? value}`;
}

/** The first and the last day of a group. */
export function daysOf({ calls }: Group): { readonly first: string; readonly last: string } {
  const days = calls.map(({ day }) => day).sort();
  return { first: days[0] ?? '', last: days.at(-1) ?? '' };
}

/** A group in a sentence or two. @param looked how many groups were looked at */
export function told(
  group: Group,
  shared: readonly Shared[],
  about: {
    readonly calls: Calls;
    readonly tally: Tally;
    readonly names: Names;
    readonly until: string;
    readonly personal: boolean;
    readonly looked: number;
  },
): string {
  const { candidate } = group;
  const { calls, tally, names, until, personal, looked } = about;
  const { subject, value, window, count, expected, p } = candidate;
  const { first, last } = daysOf(group);
  const isNow = window === undefined || window.from === 0;
  const when = isNow ? `since ${dayInWords(first)}` : `from ${dayInWords(first)} to ${dayInWords(last)}`;
  const of = (index: number): string => valueTold(calls.values[index] ?? { fact: '', value: '' }, names, personal);
  const own = value === undefined ? '' : `, with ${of(value)}`;
  const also = shared.map((each) => `${of(each.value)} (${each.count} of ${each.known})`);
  const alsoTold = also.length === 0 ? '' : ` They also share ${also.join(', ')}.`;
  const name = subject === undefined ? undefined : tally.subjects[subject];
  const ground =
    window === undefined
      ? 'as in the other calls of this tree'
      : `as in the weeks before (from ${dayInWords(dayAfter(until, -7 * (Math.min(window.before, tally.weeks - 1) + 1) + 1))})`;
  const factor =
    expected < 0.05
      ? `${window === undefined ? 'Hardly any' : 'None or hardly any'} would be expected from ${window === undefined ? 'the other calls of this tree' : 'the weeks before'}`
      : `That is ${timesTold(count / expected)} times as many ${ground}`;
  return `${counted(count, 'call')} ${when}: ${subjectTold(name, names)}${own}. ${factor}; ${chanceTold(p * looked)}.${alsoTold}`;
}

function timesTold(factor: number): string {
  return factor >= 20 ? String(Math.round(factor)) : factor.toFixed(1);
}

/** How often so much would come about by chance among all the groups that were looked at. */
function chanceTold(among: number): string {
  if (among < 1e-9) return 'chance alone does not do that';
  const once = Number((1 / Math.min(1, among)).toPrecision(2));
  return `by chance alone, once in ${once.toLocaleString('en-US')} such reports at most`;
}
