import type { Database } from '../cases/index.js';
import { countedByVersion, versionColumns, versionNotes } from './counted/by-version.js';
import { chosenDetails } from './counted/chosen.js';
import { rowsOf } from './counted/rows-of.js';
import { stepCounts } from './counted/step-counts.js';
import { stepFigures } from './counted/step-figures.js';
import { countOf, grouped, mostFirst } from './grouped.js';
import type { Names } from './names.js';
import type { Report } from './report.js';
import type { ReportOptions } from './report-options.js';
import { counted, percent } from './shown.js';
import { rateOf } from './statistics/rate.js';
import { mostFrequent } from './words-shown.js';

/** The steps that agents skip, callers decline, or have done already before they call. */
export async function skippedSteps(database: Database, options: ReportOptions, names: Names): Promise<Report> {
  const { sql } = database;
  const rows = await stepCounts(database, options);
  const whys = await rowsOf<{ tree: string; node: string; step: number; version: string; why: string; count: number }>(
    database,
    sql`select s.tree, s.node, s.step, s.tree_version as version, s.why, count(*) as count from steps as s
        where s.result in ('skipped', 'declined') and s.why is not null and ${chosenDetails(database, options, 's')}
        group by s.tree, s.node, s.step, s.tree_version, s.why`,
  );
  const whyOf = grouped(whys, ({ tree, node, step, version }) => `${tree}/${node}/${step}\n${version}`);
  const found = mostFirst(
    countedByVersion(rows, options, names, ({ node, step }) => `${node}/${step}`)
      .map(({ rows: own, version, others }) => {
        const { tree = '', node = '', step = 0 } = own[0] ?? {};
        const passed = own.filter(({ result }) => result !== 'done');
        const verified = passed.filter(({ solved }) => solved !== null);
        const why = whyOf.get(`${tree}/${node}/${step}\n${version}`) ?? [];
        return {
          ...stepFigures(own, verified, names),
          version,
          others,
          passed: countOf(passed),
          share: rateOf(countOf(passed), countOf(own)),
          why: mostFrequent(
            why.map((row) => ({ text: row.why, count: row.count })),
            options,
          ),
        };
      })
      .filter(({ passed }) => passed > 0),
    (row) => row.passed,
  );
  const most = found[0];
  return {
    id: 'skipped-steps',
    title: 'Steps that are passed',
    question: 'Which steps are skipped, declined, or done already when the caller calls, and why?',
    meaning:
      most === undefined
        ? 'No step was passed in this time.'
        : `"${most.step}" is passed most: ${counted(most.passed, 'time')}, ${percent(most.share?.count ?? 0, most.share?.of ?? 0)} of the times it came up.`,
    columns: [
      { key: 'step', title: 'Step', kind: 'text' },
      { key: 'passed', title: 'Passed', kind: 'bar' },
      { key: 'share', title: 'Of the times it came up', kind: 'rate' },
      { key: 'skipped', title: 'Skipped', kind: 'count' },
      { key: 'declined', title: 'Declined', kind: 'count' },
      { key: 'tried', title: 'Tried before', kind: 'count' },
      { key: 'solved', title: 'Solved all the same', kind: 'rate' },
      { key: 'why', title: 'Why', kind: 'list', show: 'if-any' },
      ...versionColumns(options),
      { key: 'tree', title: 'Tree', kind: 'text' },
      { key: 'id', title: 'Step id', kind: 'text', show: 'programs' },
    ],
    rows: found,
    notes: [
      '"Solved all the same" is of the times its fault was verified. A step that is passed often and is not missed can go; one that is always tried before can come later.',
      ...versionNotes(
        options,
        found.some(({ others }) => others > 0),
      ),
    ],
    chart: { kind: 'bars', label: 'step', value: 'passed' },
  };
}
