export { safeForSpreadsheets } from './safe-for-spreadsheets.js';
export { type Cell, toCsv } from './to-csv.js';
