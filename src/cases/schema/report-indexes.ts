import { type Kysely, sql } from 'kysely';

/**
 * Makes the indexes from which reports count questions, steps and facts. Each has all the columns that are counted, in the order
 * in which they are grouped, so that a million rows are read once and in order, and not sorted: SQLite counts the
 * questions of 100,000 cases in a tenth of the time. Only calls that have ended are written to these tables.
 */
export async function addReportIndexes(db: Kysely<unknown>): Promise<void> {
  await sql`create index questions_counted on questions
    (tree, question, tree_version, reply, (took / 1000), took, confused, day, case_number)`.execute(db);
  await sql`create index steps_counted on steps
    (tree, node, step, tree_version, result, solved, took, confused, day, case_number)`.execute(db);
  await sql`create index facts_counted on facts (fact, value, day, personal, source, case_number)`.execute(db);
}
