import type { Database } from '../drivers/database.js';

/**
 * Reads in one state of the database, whatever others write in the meantime; nobody who writes has to wait for it. Only
 * the database that `read` is given may be asked, and only for reading.
 */
export function inSnapshot<Result>(database: Database, read: (snapshot: Database) => Promise<Result>): Promise<Result> {
  const { db, dialect, sql } = database;
  return db.connection().execute(async (connection) => {
    // The query builder's own transactions take the lock of writers, which a long reading must not have.
    const begin = dialect === 'sqlite' ? sql`begin` : sql`begin transaction isolation level repeatable read read only`;
    await begin.execute(connection);
    try {
      return await read({ ...database, db: connection });
    } finally {
      await sql`rollback`.execute(connection);
    }
  });
}
