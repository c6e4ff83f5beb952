import type { Database } from '../cases/index.js';
import { countedByVersion, versionColumns, versionNotes } from './counted/by-version.js';
import { chosenDetails } from './counted/chosen.js';
import { rowsOf } from './counted/rows-of.js';
import { secondsPacked } from './counted/seconds-packed.js';
import { countOf, grouped, mostFirst } from './grouped.js';
import type { Names } from './names.js';
import type { Report } from './report.js';
import type { ReportOptions } from './report-options.js';
import { percent } from './shown.js';
import { rateOf } from './statistics/rate.js';
import { quantileOf, spreadOf } from './statistics/spread.js';

interface FixCount {
  readonly tree: string;
  readonly fault: string;
  readonly version: string;
  readonly status: string;
  readonly count: number;
  readonly first: number;
}

/** How often the fix of a fault helped, where at least one of its steps was done. */
export async function fixes(database: Database, options: ReportOptions, names: Names): Promise<Report> {
  const { sql } = database;
  const chosen = chosenDetails(database, options, 'f');
  const rows = await rowsOf<FixCount>(
    database,
    sql`select f.tree, f.fault, f.tree_version as version, f.status, count(*) as count, min(f.case_number) as first
        from faults as f where f.mended = 1 and ${chosen}
        group by f.tree, f.fault, f.tree_version, f.status`,
  );
  const by = ['f.tree', 'f.fault', 'f.tree_version'];
  const times = await rowsOf<{ tree: string; fault: string; tree_version: string; spread: string }>(
    database,
    secondsPacked(database, sql`faults as f where f.mended = 1 and f.took > 0 and ${chosen}`, by, 'f.took'),
  );
  const timeOf = grouped(times, ({ tree, fault, tree_version }) => `${tree}/${fault}\n${tree_version}`);
  const found = mostFirst(
    countedByVersion(rows, options, names, ({ fault }) => fault).map(({ rows: own, version, others }) => {
      const { tree = '', fault = '' } = own[0] ?? {};
      const with_ = (...statuses: readonly string[]): number =>
        countOf(own.filter(({ status }) => statuses.includes(status)));
      const [solved, not, partly] = [with_('fixed'), with_('ruled-out'), with_('partly')];
      return {
        id: `${tree}/${fault}`,
        fault: names.fault(`${tree}/${fault}`) ?? fault,
        tree: names.tree(tree) ?? tree,
        version,
        others,
        tried: countOf(own),
        success: rateOf(solved, solved + not + partly),
        solved,
        partly,
        not,
        unverified: with_('unverified', 'found', 'isolated', 'suspected'),
        median: quantileOf(
          spreadOf((timeOf.get(`${tree}/${fault}\n${version}`) ?? []).map(({ spread }) => spread)),
          0.5,
        ),
      };
    }),
    (row) => row.tried,
  );
  const worst = found
    .filter(({ success }) => success !== null && success.of >= 20)
    .sort((one, other) => shareOf(one.success) - shareOf(other.success))[0];
  return {
    id: 'fixes',
    title: 'Fixes that help, and fixes that do not',
    question: 'How often was a fault solved when its fix was done?',
    meaning:
      worst?.success == null
        ? 'No fix was verified often enough to say more (20 times).'
        : `Of the fixes that were verified at least 20 times, that of "${worst.fault}" helped least: ${percent(worst.success.count, worst.success.of)} of ${worst.success.of}.`,
    columns: [
      { key: 'fault', title: 'Fault', kind: 'text' },
      { key: 'tried', title: 'Fix done', kind: 'bar' },
      { key: 'success', title: 'Solved', kind: 'rate' },
      { key: 'not', title: 'Not', kind: 'count' },
      { key: 'partly', title: 'Partly', kind: 'count' },
      { key: 'unverified', title: 'Not verified', kind: 'count' },
      { key: 'median', title: 'Median time', kind: 'duration' },
      ...versionColumns(options),
      { key: 'solved', title: 'Solved', kind: 'count', show: 'programs' },
      { key: 'tree', title: 'Tree', kind: 'text' },
      { key: 'id', title: 'Fault id', kind: 'text', show: 'programs' },
    ],
    rows: found,
    notes: [
      'A fix counts where at least one of its steps was done. "Solved" is of those that were verified; where nobody could check, it is "Not verified".',
      ...versionNotes(
        options,
        found.some(({ others }) => others > 0),
      ),
    ],
    chart: { kind: 'bars', label: 'fault', value: 'success' },
  };
}

function shareOf(rate: { readonly count: number; readonly of: number } | null): number {
  return rate === null ? 1 : rate.count / rate.of;
}
