import type { Database } from '../drivers/database.js';

/** The last number that was given to a case, also to one that was erased since; 0 where there was none. */
export async function lastNumber({ db, dialect, sql }: Database): Promise<number> {
  const query =
    dialect === 'sqlite'
      ? sql<{ last: number }>`select coalesce(max(seq), 0) as last from sqlite_sequence where name = 'cases'`
      : sql<{
          last: number;
        }>`select coalesce(pg_sequence_last_value(pg_get_serial_sequence('cases', 'number')::regclass), 0)::bigint as last`;
  const { rows } = await query.execute(db);
  return Number(rows[0]?.last ?? 0);
}

/** Sees to it that the next case gets a higher number than this one. */
export async function continueAfter({ db, dialect, sql }: Database, last: number): Promise<void> {
  if (last === 0) return;
  if (dialect === 'postgres') {
    await sql`select setval(pg_get_serial_sequence('cases', 'number'), ${sql.lit(last)})`.execute(db);
    return;
  }
  await sql`delete from sqlite_sequence where name = 'cases'`.execute(db);
  await sql`insert into sqlite_sequence (name, seq) values ('cases', ${last})`.execute(db);
}
