import { sql } from 'kysely';
import type { CaseStore } from '../../src/index.js';
import { type CaseRows, caseTables } from './played-cases.js';

/** A tie between two cases. */
export interface CaseLink {
  readonly one: number;
  readonly other: number;
  readonly why: string;
  readonly at: string;
}

/** Values in one statement: SQLite takes some more, PostgreSQL twice as many. */
const mostValues = 30_000;

/** Writes the rows of cases, which carry their numbers, in one transaction. @returns how many rows that was. */
export async function insertCases(
  { db, dialect }: CaseStore['database'],
  cases: readonly CaseRows[],
  links: readonly CaseLink[],
): Promise<number> {
  const tables = [
    ...caseTables.map((table) => [table, cases.flatMap((each) => each[table])] as const),
    ['links', links] as const,
  ];
  await db.transaction().execute(async (trx) => {
    for (const [table, rows] of tables) {
      const atOnce = Math.floor(mostValues / Object.keys(rows[0] ?? { none: 0 }).length);
      for (let from = 0; from < rows.length; from += atOnce)
        await trx
          .insertInto(table)
          .values(rows.slice(from, from + atOnce) as never)
          .execute();
    }
    // PostgreSQL counts on by itself only from numbers that it gave.
    if (dialect === 'postgres')
      await sql`select setval(pg_get_serial_sequence('cases', 'number'), (select max(number) from cases))`.execute(trx);
  });
  return tables.reduce((sum, [, rows]) => sum + rows.length, 0);
}
