import type { Database } from '../../cases/index.js';
import type { ReportOptions } from '../report-options.js';
import { chosenCases } from './chosen.js';
import { rowsOf } from './rows-of.js';

/** How many calls are counted, and of how many of these the details are not worked out. */
export async function callsChosen(
  database: Database,
  options: ReportOptions,
): Promise<{ readonly calls: number; readonly without: number }> {
  const { sql } = database;
  const [row] = await rowsOf<{ calls: number; without: number }>(
    database,
    sql`select count(*) as calls, count(*) filter (where c.detailed < c.version) as without
        from cases as c where ${chosenCases(database, options)}`,
  );
  return { calls: Number(row?.calls ?? 0), without: Number(row?.without ?? 0) };
}
