import type { Database } from '../drivers/database.js';
import type { Difference } from './compare-rows.js';

/** What the database itself finds damaged in its files, and rows that refer to what is not there. */
export async function checkDatabase({ db, dialect, sql }: Database): Promise<readonly Difference[]> {
  // PostgreSQL holds references itself, and has no such check that a user of it may ask for.
  if (dialect === 'postgres') return [];
  const { rows: damage } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  const { rows: lost } = await sql<{ table: string; parent: string }>`pragma foreign_key_check`.execute(db);
  return [
    ...damage
      .filter(({ integrity_check }) => integrity_check !== 'ok')
      .map(({ integrity_check }) => ({ what: 'the file', expected: 'no damage', found: integrity_check })),
    ...lost.map(({ table, parent }) => ({
      what: table,
      expected: `rows of ${parent} that are there`,
      found: 'a row of none',
    })),
  ];
}
