import { stringify } from 'csv-stringify/browser/esm/sync';
import { safeForSpreadsheets } from './safe-for-spreadsheets.js';

/** What a cell can hold. A number stays a number; nothing at all is an empty cell. */
export type Cell = string | number | undefined;

/**
 * A table as CSV (RFC 4180: commas, quotes where they are needed, lines that end with CR and LF), with its columns as the
 * first line. Texts are made safe for spreadsheets, also those in the first line. A row has a cell for each column.
 */
export function toCsv(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [columns, ...rows].map((row) =>
    row.map((cell) => (typeof cell === 'string' ? safeForSpreadsheets(cell) : cell)),
  );
  return stringify(lines, {
    record_delimiter: 'windows',
    quoted_match: /[;\s\u0085]/,
    cast: { number: (value) => String(value) },
  });
}
