import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../drivers/database.js';
import type { Tables } from '../schema/tables.js';
import { eventRows } from './add-events.js';
import type { CallToKeep } from './call-to-keep.js';
import type { ColumnsToWrite } from './columns-to-write.js';
import type { Hold } from './hold.js';

type Kept = NonNullable<CallToKeep['kept']>;

/**
 * For PostgreSQL: writes the row of a case and its next event in one statement, which is a transaction of its own and one
 * way there and back. @returns false where more than one event is new or others were in between: nothing is stored then.
 */
export async function isKeptAtOnce(
  database: Database,
  call: CallToKeep,
  kept: Kept,
  toWrite: ColumnsToWrite,
): Promise<boolean> {
  const [row, ...more] = eventRows(kept.number, kept.version, call.session);
  if (row === undefined || more.length > 0) return false;
  const { numInsertedOrUpdatedRows } = await database.db
    .with('moved', (db) => update(database, db as unknown as Kysely<Tables>, call, kept, toWrite).returning('number'))
    .insertInto('events')
    .columns(['case_number', 'sequence', 'at', 'event'])
    .expression((query) =>
      query
        .selectFrom('moved')
        .select(({ val, cast }) => [
          'moved.number',
          cast<number>(val(row.sequence), 'integer').as('sequence'),
          cast<string | null>(val(row.at), 'text').as('at'),
          cast<string>(val(row.event), 'text').as('event'),
        ]),
    )
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows) === 1;
}

/** Writes the row of a case that is as it was when it was kept last. @returns false where it is not: nothing is stored then. */
export async function isUpdated(
  database: Database,
  trx: Transaction<Tables>,
  call: CallToKeep,
  kept: Kept,
  toWrite: ColumnsToWrite,
): Promise<boolean> {
  const { numUpdatedRows } = await update(database, trx, call, kept, toWrite).executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}

function update(database: Database, db: Kysely<Tables>, call: CallToKeep, kept: Kept, { columns }: ColumnsToWrite) {
  const { hold, session } = call;
  const changing = db
    .updateTable('cases')
    .set(Object.assign({}, columns, holdColumns(database, hold)))
    .where('number', '=', kept.number)
    .where('version', '=', kept.version);
  if (hold !== undefined) return changing.where('holder', '=', hold.token);
  // What a call began with is changed by its holder only, and without an event that could be counted.
  return changing.where('tree', '=', session.tree).where('knowledge', '=', session.knowledge);
}

/** The columns that say who has a case open, from now on; none without a hold. */
export function holdColumns({ clock, sql }: Database, hold: Hold | undefined) {
  return hold && { holder: hold.token, holder_name: hold.name, held_until: sql<number>`${clock()} + ${hold.forMs}` };
}
