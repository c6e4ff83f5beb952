import type { Cell, Column, Report } from '../report.js';
import { isRate } from './cell-text.js';

/** The columns that people see: not those for programs, and of those that are shown if any row has something, only these. */
export function columnsShown({ columns, rows }: Report): readonly Column[] {
  return columns.filter(({ key, show }) => {
    if (show === 'programs') return false;
    return show === undefined || rows.some((row) => hasSomething(row[key]));
  });
}

function hasSomething(cell: Cell | undefined): boolean {
  if (cell === null || cell === undefined || cell === '' || cell === 0) return false;
  return isRate(cell) || !Array.isArray(cell) || cell.length > 0;
}
