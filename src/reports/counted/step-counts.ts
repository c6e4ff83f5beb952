import type { Database } from '../../cases/index.js';
import type { ReportOptions } from '../report-options.js';
import { chosenDetails } from './chosen.js';
import { rowsOf } from './rows-of.js';

/** How often a step came to the same result, with the same end of its fault. */
export interface StepCount {
  readonly tree: string;
  readonly node: string;
  readonly step: number;
  readonly version: string;
  /** done, skipped, declined or tried */
  readonly result: string;
  /** Whether its fault was solved: 1 or 0; null where it belongs to none, or nobody could check. */
  readonly solved: number | null;
  readonly count: number;
  /** Those of them in which it was not understood. */
  readonly confused: number;
  readonly first: number;
}

/** What came of the steps. */
export function stepCounts(database: Database, options: ReportOptions): Promise<readonly StepCount[]> {
  const { sql } = database;
  return rowsOf(
    database,
    sql`select s.tree, s.node, s.step, s.tree_version as version, s.result, s.solved, count(*) as count,
          count(*) filter (where s.confused > 0) as confused, min(s.case_number) as first
        from steps as s where ${chosenDetails(database, options, 's')}
        group by s.tree, s.node, s.step, s.tree_version, s.result, s.solved`,
  );
}
