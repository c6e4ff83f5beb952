import type { Database } from '../cases/index.js';
import { countedByVersion, versionColumns, versionNotes } from './counted/by-version.js';
import { chosenDetails } from './counted/chosen.js';
import { rowsOf } from './counted/rows-of.js';
import { secondsPacked } from './counted/seconds-packed.js';
import { stepCounts } from './counted/step-counts.js';
import { stepFigures } from './counted/step-figures.js';
import { countOf, grouped, mostFirst, sumOf } from './grouped.js';
import type { Names } from './names.js';
import type { Report } from './report.js';
import type { ReportOptions } from './report-options.js';
import { counted, percent } from './shown.js';
import { rateOf } from './statistics/rate.js';
import { quantileOf, spreadOf } from './statistics/spread.js';

/** What came of each step: whether it was done, how long it took, and how often the fault was solved afterwards. */
export async function steps(database: Database, options: ReportOptions, names: Names): Promise<Report> {
  const { sql } = database;
  const rows = await stepCounts(database, options);
  const times = await rowsOf<{ tree: string; node: string; step: number; tree_version: string; spread: string }>(
    database,
    secondsPacked(
      database,
      sql`steps as s where s.result = 'done' and s.took > 0 and ${chosenDetails(database, options, 's')}`,
      ['s.tree', 's.node', 's.step', 's.tree_version'],
      's.took',
    ),
  );
  const timeOf = grouped(times, ({ tree, node, step, tree_version }) => `${tree}/${node}/${step}\n${tree_version}`);
  const found = mostFirst(
    countedByVersion(rows, options, names, ({ node, step }) => `${node}/${step}`).map(
      ({ rows: own, version, others }) => {
        const { tree = '', node = '', step = 0 } = own[0] ?? {};
        const verified = own.filter(({ result, solved }) => result === 'done' && solved !== null);
        const spread = spreadOf((timeOf.get(`${tree}/${node}/${step}\n${version}`) ?? []).map((row) => row.spread));
        const read = countOf(own);
        return {
          ...stepFigures(own, verified, names),
          version,
          others,
          read,
          done: countOf(own.filter(({ result }) => result === 'done')),
          median: quantileOf(spread, 0.5),
          slow: quantileOf(spread, 0.9),
          confused: rateOf(
            sumOf(own, ({ confused }) => confused),
            read,
          ),
        };
      },
    ),
    (row) => row.read,
  );
  const slowest = found
    .filter(({ done }) => done >= 20)
    .sort((one, other) => (other.median ?? 0) - (one.median ?? 0))[0];
  return {
    id: 'steps',
    title: 'Steps and what came of them',
    question: 'Which steps were done or passed, how long do they take, and how often was the fault solved afterwards?',
    meaning:
      slowest === undefined
        ? `${counted(
            sumOf(found, ({ read }) => read),
            'step was',
            'steps were',
          )} read or passed; none was done often enough to say more (20 times).`
        : `Of ${counted(
            sumOf(found, ({ read }) => read),
            'step',
          )} read or passed, ${percent(
            sumOf(found, ({ done }) => done),
            sumOf(found, ({ read }) => read),
          )} were done.`,
    columns: [
      { key: 'step', title: 'Step', kind: 'text' },
      { key: 'read', title: 'Came up', kind: 'bar' },
      { key: 'done', title: 'Done', kind: 'count' },
      { key: 'solved', title: 'Solved after', kind: 'rate' },
      { key: 'median', title: 'Median time', kind: 'duration' },
      { key: 'slow', title: '9 in 10 under', kind: 'duration' },
      { key: 'skipped', title: 'Skipped', kind: 'count' },
      { key: 'declined', title: 'Declined', kind: 'count' },
      { key: 'tried', title: 'Tried before', kind: 'count' },
      { key: 'confused', title: 'Not understood', kind: 'rate' },
      ...versionColumns(options),
      { key: 'tree', title: 'Tree', kind: 'text' },
      { key: 'id', title: 'Step id', kind: 'text', show: 'programs' },
    ],
    rows: found,
    notes: [
      '"Solved after" is of the times the step was done and its fault was verified. A fault has several steps: the figure is not what this step did alone.',
      'Times are of steps that were done and measured.',
      ...versionNotes(
        options,
        found.some(({ others }) => others > 0),
      ),
    ],
    chart: { kind: 'bars', label: 'step', value: 'median' },
  };
}
