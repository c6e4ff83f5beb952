import { countOf, grouped } from '../grouped.js';
import type { Names } from '../names.js';
import type { Column } from '../report.js';
import type { ReportOptions } from '../report-options.js';
import { type OfVersion, shownVersions } from './versions.js';

/** What was counted of one thing in the version that is shown. */
export interface Counted<Row> {
  readonly rows: readonly Row[];
  readonly version: string;
  /** How many there are in other versions: they are in none of the figures. */
  readonly others: number;
}

/** The columns that every report has that is counted by version. */
export const versionColumns = ({ byVersion = false }: ReportOptions): readonly Column[] => [
  { key: 'version', title: 'Version', kind: 'text', ...(byVersion ? {} : { show: 'programs' }) },
  ...(byVersion ? [] : [{ key: 'others', title: 'In other versions', kind: 'count', show: 'if-any' } as const]),
];

/**
 * Takes what was counted apart by what it is about: for each version of its tree, where that is wanted, or else in the
 * version that is shown. What that version does not have any more is left out.
 * @param about tells things apart within a tree
 */
export function countedByVersion<Row extends OfVersion & { readonly count: number }>(
  rows: readonly Row[],
  { byVersion = false }: ReportOptions,
  names: Names,
  about: (row: Row) => string,
): readonly Counted<Row>[] {
  if (byVersion) {
    const groups = grouped(rows, (row) => `${row.tree}\n${row.version}\n${about(row)}`);
    return [...groups.values()].map((own) => ({ rows: own, version: own[0]?.version ?? '', others: 0 }));
  }
  const shown = shownVersions(rows, names);
  return [...grouped(rows, (row) => `${row.tree}\n${about(row)}`).values()].flatMap((all) => {
    const version = shown.get(all[0]?.tree ?? '') ?? '';
    const own = all.filter((row) => row.version === version);
    if (own.length === 0) return [];
    const others = countOf(all) - countOf(own);
    return [{ rows: own, version, others }];
  });
}

/** What to say about versions under a report. */
export function versionNotes({ byVersion = false }: ReportOptions, hasOthers: boolean): readonly string[] {
  if (byVersion || !hasOthers) return [];
  return [
    'Trees were changed in this time. Only calls with the version in use are counted; "In other versions" says how many are not. With --by-version each version is shown.',
  ];
}
