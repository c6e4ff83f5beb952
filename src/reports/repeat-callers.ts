import { caseNumberInWords, type Database } from '../cases/index.js';
import { callsOfCallers, repeatDays } from './counted/calls-of-callers.js';
import { dayInWords } from './days.js';
import { grouped, mostFirst, sumOf } from './grouped.js';
import type { Names } from './names.js';
import type { Report } from './report.js';
import type { ReportOptions } from './report-options.js';
import { counted, percent } from './shown.js';
import { rateOf } from './statistics/rate.js';

/** Faults with which callers come back soon after the fix: what was solved did not stay so. */
export async function repeatCallers(database: Database, options: ReportOptions, names: Names): Promise<Report> {
  const { calls, lastDay } = await callsOfCallers(database, options);
  const solved = calls.filter(
    ({ chosen, outcome, fault, day }) => chosen && outcome === 'resolved' && fault !== '' && day <= lastDay,
  );
  const found = mostFirst(
    [...grouped(solved, ({ fault }) => fault)].map(([id, own]) => {
      const repeats = own.flatMap(({ next, number }) => (next === undefined ? [] : [{ ...next, first: number }]));
      const [tree = '', fault = ''] = id.split('/');
      return {
        id,
        fault: names.fault(id) ?? fault,
        tree: names.tree(tree) ?? tree,
        back: repeats.length,
        share: rateOf(repeats.length, own.length),
        days: repeats.length === 0 ? null : sumOf(repeats, ({ days }) => days) / repeats.length,
        cases: repeats
          .slice(-3)
          .map(({ first, number }) => `${caseNumberInWords(first)} then ${caseNumberInWords(number)}`),
      };
    }),
    (row) => row.back,
  );
  const back = sumOf(found, (row) => row.back);
  return {
    id: 'repeat-callers',
    title: 'Callers who come back',
    question: `How often does the same caller call again about the same fault within ${repeatDays} days after it was solved?`,
    meaning:
      solved.length === 0
        ? 'No solved call of a known caller is old enough to tell.'
        : `After ${percent(back, solved.length)} of ${counted(solved.length, 'solved call')} the caller came back with the same fault${found[0] === undefined || found[0].back === 0 ? '.' : `, most with "${found[0].fault}" (${found[0].back}).`}`,
    columns: [
      { key: 'fault', title: 'Fault', kind: 'text' },
      { key: 'back', title: 'Came back', kind: 'bar' },
      { key: 'share', title: 'Of solved', kind: 'rate' },
      { key: 'days', title: 'Mean days', kind: 'number' },
      { key: 'tree', title: 'Tree', kind: 'text' },
      { key: 'cases', title: 'Cases', kind: 'list', show: 'if-any' },
      { key: 'id', title: 'Fault id', kind: 'text', show: 'programs' },
    ],
    rows: found,
    totals: { fault: 'All', back, share: rateOf(back, solved.length) },
    notes: [
      `Only calls up to ${dayInWords(lastDay)}: after later ones the ${repeatDays} days are not over. Only callers who are known by name, contact, account or device.`,
    ],
    chart: { kind: 'bars', label: 'fault', value: 'back' },
  };
}
