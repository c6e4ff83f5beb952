import type { Database } from '../cases/index.js';
import { callsChosen } from './counted/calls-chosen.js';
import { chosenCases } from './counted/chosen.js';
import { rowsOf } from './counted/rows-of.js';
import { grouped, mostFirst, sumOf } from './grouped.js';
import type { Names } from './names.js';
import type { Report } from './report.js';
import type { ReportOptions } from './report-options.js';
import { counted, percent } from './shown.js';
import { rateOf } from './statistics/rate.js';
import { mostFrequent } from './words-shown.js';

interface DeskCount {
  readonly desk: string;
  readonly tree: string;
  readonly reason: string | null;
  readonly outcome: string;
  readonly count: number;
  readonly took: number;
  readonly measured: number;
}

/** What is referred to each desk, and why. */
export async function desks(database: Database, options: ReportOptions, names: Names): Promise<Report> {
  const { sql } = database;
  const rows = await rowsOf<DeskCount>(
    database,
    sql`select c.desk, c.tree, c.reason, c.outcome, count(*) as count, sum(c.took) as took,
          count(*) filter (where c.took > 0) as measured
        from cases as c where c.desk is not null and ${chosenCases(database, options)}
        group by c.desk, c.tree, c.reason, c.outcome`,
  );
  const { calls } = await callsChosen(database, options);
  const found = mostFirst(
    [...grouped(rows, ({ desk }) => desk)].map(([desk, own]) => {
      const count = sumOf(own, (row) => row.count);
      const measured = sumOf(own, (row) => row.measured);
      const trees = own.map(({ tree, count: of }) => ({ text: names.tree(tree) ?? tree, count: of }));
      return {
        id: desk,
        desk: names.desk(desk) ?? desk,
        calls: count,
        share: rateOf(count, calls),
        visits: sumOf(
          own.filter(({ outcome }) => outcome === 'visit'),
          (row) => row.count,
        ),
        before: measured === 0 ? null : Math.round(sumOf(own, ({ took }) => took) / measured),
        reasons: mostFrequent(
          own.map(({ reason, count: of }) => ({ text: reason, count: of })),
          options,
        ),
        trees: mostFrequent(trees, { ...options, personal: true }),
      };
    }),
    (row) => row.calls,
  );
  const total = sumOf(found, (row) => row.calls);
  return {
    id: 'desks',
    title: 'What goes to the desks',
    question: 'How many calls were referred to each desk, and why?',
    meaning:
      found[0] === undefined
        ? 'No call was referred in this time.'
        : `${counted(total, 'call was', 'calls were')} referred (${percent(total, calls)} of all), most to "${found[0].desk}" (${found[0].calls}).`,
    columns: [
      { key: 'desk', title: 'Desk', kind: 'text' },
      { key: 'calls', title: 'Calls', kind: 'bar' },
      { key: 'share', title: 'Of all calls', kind: 'rate' },
      { key: 'visits', title: 'Visits', kind: 'count', show: 'if-any' },
      { key: 'before', title: 'Mean time before', kind: 'duration' },
      { key: 'reasons', title: 'Reasons', kind: 'list' },
      { key: 'trees', title: 'From', kind: 'list' },
      { key: 'id', title: 'Desk id', kind: 'text', show: 'programs' },
    ],
    rows: found,
    totals: { desk: 'All', calls: total, share: rateOf(total, calls) },
    notes: [
      'What a desk does with a call is not known here: only what was handed over to it.',
      'Reasons are shown that were given in at least three calls; others could tell whose call it was.',
    ],
    chart: { kind: 'bars', label: 'desk', value: 'calls' },
  };
}
