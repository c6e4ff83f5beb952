import type { Database } from '../cases/index.js';
import { callsChosen } from './counted/calls-chosen.js';
import { chosenDetails } from './counted/chosen.js';
import { rowsOf } from './counted/rows-of.js';
import { weekOf, weeksIn } from './days.js';
import { grouped, mostFirst, sumOf } from './grouped.js';
import type { Names } from './names.js';
import type { Report } from './report.js';
import type { ReportOptions } from './report-options.js';
import { counted, percent } from './shown.js';
import { rateOf } from './statistics/rate.js';
import { meanOf } from './statistics/spread.js';

interface FaultCount {
  readonly tree: string;
  readonly fault: string;
  readonly version: string;
  readonly cause: string;
  readonly day: string;
  readonly count: number;
  readonly took: number;
  readonly measured: number;
}

/** More weeks than this are not drawn. */
const mostWeeks = 26;

/** Faults by count and time. All versions of a tree count together: how often a fault is found is not what an edit spoils. */
export async function faults(database: Database, options: ReportOptions, names: Names): Promise<Report> {
  const { sql } = database;
  const rows = await rowsOf<FaultCount>(
    database,
    sql`select f.tree, f.fault, f.tree_version as version, f.cause, f.day, count(*) as count, sum(c.took) as took,
          count(*) filter (where c.took > 0) as measured
        from faults as f join cases as c on c.number = f.case_number
        where f.status in ('isolated', 'found', 'fixed', 'partly', 'unverified')
          and ${chosenDetails(database, options, 'f')}
        group by f.tree, f.fault, f.tree_version, f.cause, f.day`,
  );
  const { calls } = await callsChosen(database, options);
  const weeks = weeksIn(options.since, options.until).slice(-mostWeeks);
  const { byVersion = false } = options;
  const groups = grouped(rows, ({ tree, fault, version }) => `${tree}/${fault}${byVersion ? `\n${version}` : ''}`);
  const found = mostFirst(
    [...groups.values()].map((own) => {
      const { tree = '', fault = '', version = '', cause = '' } = own.at(-1) ?? {};
      const byWeek = grouped(own, ({ day }) => weekOf(day));
      const count = sumOf(own, (row) => row.count);
      const took = { sum: sumOf(own, (row) => row.took), count: sumOf(own, (row) => row.measured) };
      return {
        id: `${tree}/${fault}`,
        fault: names.fault(`${tree}/${fault}`) ?? fault,
        tree: names.tree(tree) ?? tree,
        version: byVersion ? version : null,
        cause,
        calls: count,
        share: rateOf(count, calls),
        time: took.count === 0 ? null : took.sum,
        each: meanOf(took),
        trend: weeks.map((week) => sumOf(byWeek.get(week) ?? [], (row) => row.count)),
      };
    }),
    (row) => row.calls,
  );
  const total = sumOf(found, (row) => row.calls);
  return {
    id: 'faults',
    title: 'Faults by count and time',
    question: 'Which faults were found, how often, and how much time went into the calls?',
    meaning:
      found[0] === undefined
        ? 'No fault was found in this time.'
        : `"${found[0].fault}" was found most: in ${found[0].calls.toLocaleString('en-US')} of ${counted(calls, 'call')} (${percent(found[0].calls, calls)}).`,
    columns: [
      { key: 'fault', title: 'Fault', kind: 'text' },
      { key: 'calls', title: 'Calls', kind: 'bar' },
      { key: 'trend', title: 'By week', kind: 'sparkline' },
      { key: 'time', title: 'Time', kind: 'duration' },
      { key: 'each', title: 'A call', kind: 'duration' },
      { key: 'share', title: 'Of all calls', kind: 'rate' },
      { key: 'version', title: 'Version', kind: 'text', show: byVersion ? 'if-any' : 'programs' },
      { key: 'tree', title: 'Tree', kind: 'text' },
      { key: 'cause', title: 'Cause', kind: 'text', show: 'programs' },
      { key: 'id', title: 'Fault id', kind: 'text', show: 'programs' },
    ],
    rows: found,
    totals: { fault: 'All', calls: total, time: sumOf(found, ({ time }) => time ?? 0) },
    notes: [
      'A call in which two faults were found counts for both, with all its time. Calls without a measured time count, but not in the time.',
      'Versions of a tree count together here, unless --by-version is given.',
      ...(weeksIn(options.since, options.until).length > mostWeeks
        ? [`The curve shows the last ${mostWeeks} weeks.`]
        : []),
    ],
    chart: { kind: 'bars', label: 'fault', value: 'calls' },
  };
}
