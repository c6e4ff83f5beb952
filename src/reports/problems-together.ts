import { caseNumberInWords, type Database } from '../cases/index.js';
import type { Names } from './names.js';
import type { Report } from './report.js';
import type { ReportOptions } from './report-options.js';
import { counted } from './shown.js';
import { callsTogether, mostWeeks, weeksBefore } from './together/calls.js';
import type { Group } from './together/groups.js';
import { byChance, groupsAmong } from './together/groups-among.js';
import { sharedValues } from './together/shared-values.js';
import { daysOf, subjectTold, told, valueTold } from './together/told.js';

/** More groups than this are not shown. */
const most = 20;

/**
 * Problems that belong together: calls that share a fault (or a tree), something that is known about them, and a time,
 * more often than chance would have it.
 */
export async function problemsTogether(database: Database, options: ReportOptions, names: Names): Promise<Report> {
  const calls = await callsTogether(database, options);
  const { groups, tally, looked } = groupsAmong(calls, names);
  const { until, personal = false } = options;
  const about = { calls, tally, names, until, personal, looked };
  const rows = groups.slice(0, most).map((group) => {
    const { subject, value, window, count, expected, p } = group.candidate;
    const shared = sharedValues(group, calls, tally);
    const values = [...(value === undefined ? [] : [value]), ...shared.map((each) => each.value)];
    const { first, last } = daysOf(group);
    return {
      told: told(group, shared, about),
      subject: subject === undefined ? '' : (tally.subjects[subject] ?? ''),
      title: subjectTold(subject === undefined ? undefined : tally.subjects[subject], names),
      shared: values.map((each) => valueTold(calls.values[each] ?? { fact: '', value: '' }, names, personal)),
      compared: window === undefined ? 'others' : 'before',
      calls: count,
      expected: Math.round(expected * 100) / 100,
      factor: expected < 0.05 ? null : Math.round((10 * count) / expected) / 10,
      chance: Math.min(1, p * looked),
      first,
      last,
      cases: group.calls.slice(-5).map(({ number }) => caseNumberInWords(number)),
      all: commandFor(group, tally.subjects, calls.values, personal),
      numbers: group.calls.map(({ number }) => caseNumberInWords(number)),
    };
  });
  return {
    id: 'together',
    title: 'Problems that belong together',
    question: 'Which calls share a fault, what is known about them and a time, more often than chance would have it?',
    meaning:
      rows.length === 0
        ? 'Nothing stands out: no group of calls is more frequent than chance would have it.'
        : `${counted(rows.length, 'group of calls stands', 'groups of calls stand')} out, the least likely first.`,
    columns: [
      { key: 'told', title: 'What belongs together', kind: 'text', whole: true },
      { key: 'cases', title: 'Some cases', kind: 'list' },
      { key: 'calls', title: 'Calls', kind: 'count', show: 'programs' },
      { key: 'expected', title: 'Expected', kind: 'number', show: 'programs' },
      { key: 'factor', title: 'Times as many', kind: 'number', show: 'programs' },
      { key: 'chance', title: 'By chance', kind: 'number', show: 'programs' },
      { key: 'title', title: 'About', kind: 'text', show: 'programs' },
      { key: 'subject', title: 'Fault id', kind: 'text', show: 'programs' },
      { key: 'shared', title: 'Shared', kind: 'list', show: 'programs' },
      { key: 'compared', title: 'Compared with', kind: 'text', show: 'programs' },
      { key: 'first', title: 'First', kind: 'day', show: 'programs' },
      { key: 'last', title: 'Last', kind: 'day', show: 'programs' },
      { key: 'numbers', title: 'All cases', kind: 'list', show: 'programs' },
      { key: 'all', title: 'All of them', kind: 'text', whole: true },
    ],
    rows,
    notes: [
      `Compared are the weeks of this time with up to ${weeksBefore} weeks before each, and what is known about the calls of a fault with the other calls of its tree. ${counted(looked, 'group was', 'groups were')} looked at; at most one in ${1 / byChance} of those shown is there by chance.`,
      `The last ${calls.weeks} ${calls.weeks === 1 ? 'week' : 'weeks'} of this time are looked at${calls.weeks === mostWeeks ? ', not more' : ''}.`,
      'Calls of one caller about the same in a week count once. What stands out together need not be the cause.',
    ],
  };
}

/** What shows the cases of a group, as a command. */
function commandFor(
  group: Group,
  subjects: readonly string[],
  values: readonly { readonly fact: string; readonly value: string }[],
  personal: boolean,
): string {
  const { subject, value } = group.candidate;
  const name = subject === undefined ? '' : (subjects[subject] ?? '');
  const [tree = '', fault = ''] = name.split('/');
  const { first, last } = daysOf(group);
  const about = fault === '' ? (tree === '' ? '' : ` --tree ${tree}`) : ` --fault ${name}`;
  const of = value === undefined ? undefined : values[value];
  const isShown = of !== undefined && (personal || of.fact !== 'device');
  const text = isShown ? ` --text "${of.value.replace(/["$`\\!]/g, ' ')}"` : '';
  return `faultline cases list${about} --since ${first} --until ${last}${text}`;
}
