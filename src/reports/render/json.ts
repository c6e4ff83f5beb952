import type { ReportSet } from './report-set.js';

/** Everything as JSON, with the rows under the keys of the columns. */
export function renderJson(set: ReportSet): string {
  return `${JSON.stringify({ format: 1, ...set }, null, 2)}\n`;
}
