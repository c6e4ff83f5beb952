import type { CompiledQuery, SqliteDatabase } from 'kysely';
import { patiently } from './patient-sqlite.js';

/**
 * Runs statements in one transaction of SQLite. They are prepared beforehand, and nothing else is done meanwhile: SQLite has
 * one writer at a time, and the others wait for the statements alone.
 * @returns the rows that the first one returns; undefined where it returns none, and then nothing is stored.
 */
export function runTogether(
  database: SqliteDatabase,
  first: CompiledQuery,
  then: readonly CompiledQuery[],
): Promise<readonly unknown[] | undefined> {
  const [begin, commit, rollback] = ['begin immediate', 'commit', 'rollback'].map((sql) => {
    const statement = database.prepare(sql);
    return () => statement.run([]);
  }) as [() => unknown, () => unknown, () => unknown];
  const decisive = database.prepare(first.sql);
  const others = then.map(({ sql, parameters }) => ({ statement: database.prepare(sql), parameters }));
  return patiently(() => {
    begin();
    try {
      const rows = decisive.all(first.parameters);
      if (rows.length === 0) {
        rollback();
        return undefined;
      }
      for (const { statement, parameters } of others) statement.run(parameters);
      commit();
      return rows;
    } catch (error) {
      try {
        rollback();
      } catch {
        // SQLite has done so itself: on a full disk, for example.
      }
      throw error;
    }
  });
}
