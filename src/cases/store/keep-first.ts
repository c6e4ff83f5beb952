import type { Database } from '../drivers/database.js';
import { eventRows, mostRows } from './add-events.js';
import type { CallToKeep } from './call-to-keep.js';
import type { ColumnsToWrite } from './columns-to-write.js';
import { firstHoldColumns } from './hold-columns.js';

/**
 * For SQLite: stores a call that is not stored yet, with two statements.
 * @returns its number; undefined where there is a call with this id, or it has too many events for it: nothing is stored then.
 */
export async function keepFirst(
  database: Database,
  { id, session, hold }: CallToKeep,
  { all }: ColumnsToWrite,
): Promise<number | undefined> {
  const { db, sql, together } = database;
  const events = eventRows(0, 0, session);
  if (together === undefined || events.length > mostRows) return undefined;
  const made = db
    .insertInto('cases')
    .values(Object.assign({ id, detailed: -1 }, all, firstHoldColumns(database, hold)))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('number');
  // The number is made while the statements run: this one looks it up.
  const case_number = sql<number>`(select number from cases where id = ${id})`;
  const written = db.insertInto('events').values(events.map((event) => ({ ...event, case_number })));
  const rows = await together(made.compile(), events.length === 0 ? [] : [written.compile()]);
  return (rows?.[0] as { readonly number: number } | undefined)?.number;
}
