import { type Cell as CsvCell, toCsv } from '../../tabular/index.js';
import type { Cell, Column, Report } from '../report.js';
import { isRate } from './cell-text.js';
import type { ReportSet } from './report-set.js';

/**
 * Tables for spreadsheets and programs: all columns under their keys, durations in seconds, a rate in two columns. Several
 * reports stand one below the other, each with its id in the first column.
 */
export function renderCsv({ reports }: ReportSet): string {
  return reports.map((report) => reportCsv(report, reports.length > 1)).join('\r\n');
}

function reportCsv({ id, columns, rows }: Report, isOneOfSeveral: boolean): string {
  const head = columns.flatMap(({ key, kind }) => {
    if (kind === 'rate') return [key, `${key}_of`];
    return kind === 'duration' ? [`${key}_seconds`] : [key];
  });
  const lines = rows.map((row) => columns.flatMap((column) => csvCells(row[column.key], column)));
  if (!isOneOfSeveral) return toCsv(head, lines);
  return toCsv(
    ['report', ...head],
    lines.map((line) => [id, ...line]),
  );
}

function csvCells(cell: Cell | undefined, { kind }: Column): readonly CsvCell[] {
  if (kind === 'rate') return isRate(cell) ? [cell.count, cell.of] : [undefined, undefined];
  if (cell === null || cell === undefined) return [undefined];
  if (typeof cell === 'string') return [cell];
  if (typeof cell === 'number') return [kind === 'duration' ? Math.round(cell) / 1000 : cell];
  return [(cell as readonly (string | number)[]).join(kind === 'sparkline' ? ' ' : '; ')];
}
