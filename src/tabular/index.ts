export { type ReadTable, readCsv } from './read-csv.js';
export { safeForSpreadsheets } from './safe-for-spreadsheets.js';
export { type Cell, toCsv } from './to-csv.js';
