import type { Database } from '../cases/index.js';
import { countedByVersion, versionColumns, versionNotes } from './counted/by-version.js';
import { chosenCases } from './counted/chosen.js';
import { rowsOf } from './counted/rows-of.js';
import { countOf, grouped, mostFirst, sumOf } from './grouped.js';
import type { Names } from './names.js';
import type { Report } from './report.js';
import type { ReportOptions } from './report-options.js';
import { counted, percent } from './shown.js';
import { rateOf } from './statistics/rate.js';
import { mostFrequent } from './words-shown.js';

interface PlaceCount {
  readonly place: string;
  readonly knowledge: string;
  readonly outcome: string;
  readonly reason: string | null;
  readonly count: number;
  readonly first: number;
}

const waiting: ReadonlySet<string> = new Set(['open', 'parked']);

/** Where calls end without a solution, by the node at which they stood. */
export async function unresolved(database: Database, options: ReportOptions, names: Names): Promise<Report> {
  const { sql } = database;
  const rows = await rowsOf<PlaceCount>(
    database,
    sql`select c.place, c.knowledge, c.outcome, case when c.outcome = 'resolved' then null else c.reason end as reason,
          count(*) as count, min(c.number) as first
        from cases as c where ${chosenCases(database, options)} and c.place <> ''
        group by c.place, c.knowledge, c.outcome, case when c.outcome = 'resolved' then null else c.reason end`,
  );
  const versions = await versionsOfTrees(database);
  const placed = rows.map((row) => {
    const [tree = '', node = ''] = row.place.split('/');
    return { ...row, tree, node, version: versions.get(`${row.knowledge} ${tree}`) ?? '' };
  });
  const inTree = grouped(placed, ({ tree, version }) => `${tree}\n${version}`);
  const found = mostFirst(
    countedByVersion(placed, options, names, ({ node }) => node).flatMap(({ rows: own, version, others }) => {
      const { tree = '', node = '' } = own[0] ?? {};
      const with_ = (...outcomes: readonly string[]): number =>
        countOf(own.filter(({ outcome }) => outcomes.includes(outcome)));
      const ended = with_('referred', 'visit', 'abandoned', 'known-issue', 'unresolved');
      const open = with_('open', 'parked');
      if (ended + open === 0) return [];
      const all = (inTree.get(`${tree}\n${version}`) ?? []).filter(({ outcome }) => !waiting.has(outcome));
      return {
        id: `${tree}/${node}`,
        node: names.node(tree, node) ?? node,
        tree: names.tree(tree) ?? tree,
        version,
        others,
        ended,
        share: rateOf(ended, countOf(all)),
        referred: with_('referred'),
        visit: with_('visit'),
        abandoned: with_('abandoned'),
        known: with_('known-issue'),
        unresolved: with_('unresolved'),
        open,
        reasons: mostFrequent(
          own.map(({ reason, count }) => ({ text: reason, count })),
          options,
        ),
      };
    }),
    (row) => row.ended,
  );
  const total = sumOf(found, ({ ended }) => ended);
  return {
    id: 'unresolved',
    title: 'Where calls end unresolved',
    question: 'At which places of the trees do calls end without a solution?',
    meaning:
      found[0] === undefined || found[0].ended === 0
        ? 'No call ended without a solution in this time.'
        : `Most ended at "${found[0].node}" (${found[0].tree}): ${counted(found[0].ended, 'call')}, ${percent(found[0].ended, total)} of those shown here.`,
    columns: [
      { key: 'node', title: 'Place', kind: 'text' },
      { key: 'ended', title: 'Ended here', kind: 'bar' },
      { key: 'share', title: 'Of calls that ended in the tree', kind: 'rate' },
      { key: 'tree', title: 'Tree', kind: 'text' },
      { key: 'referred', title: 'Referred', kind: 'count' },
      { key: 'visit', title: 'Visit', kind: 'count' },
      { key: 'abandoned', title: 'Abandoned', kind: 'count' },
      { key: 'known', title: 'Known issue', kind: 'count' },
      { key: 'unresolved', title: 'No way on', kind: 'count' },
      { key: 'open', title: 'Still open', kind: 'count', show: 'if-any' },
      { key: 'reasons', title: 'Reasons', kind: 'list', show: 'if-any' },
      ...versionColumns(options),
      { key: 'id', title: 'Node', kind: 'text', show: 'programs' },
    ],
    rows: found,
    totals: { node: 'All', ended: total, open: sumOf(found, ({ open }) => open) },
    notes: [
      'Calls that are open or parked have not ended: they are counted apart. Calls for which no tree was found have no place.',
      ...versionNotes(
        options,
        found.some(({ others }) => others > 0),
      ),
    ],
    chart: { kind: 'bars', label: 'node', value: 'ended' },
  };
}

/**
 * The version of each tree in each knowledge base, as far as a call began in it. A call can end in another tree than it
 * began in, and has only the version of that one.
 */
async function versionsOfTrees(database: Database): Promise<ReadonlyMap<string, string>> {
  const { sql } = database;
  const rows = await rowsOf<{ knowledge: string; tree: string; version: string }>(
    database,
    sql`select distinct c.knowledge, c.tree, c.tree_version as version from cases as c where c.tree_version is not null`,
  );
  return new Map(rows.map(({ knowledge, tree, version }) => [`${knowledge} ${tree}`, version]));
}
