import type { Kysely } from 'kysely';
import type { Database } from '../drivers/database.js';
import type { EventRow, Tables } from '../schema/tables.js';
import { eventRows, mostRows } from './add-events.js';
import type { CallToKeep } from './call-to-keep.js';
import type { ColumnsToWrite } from './columns-to-write.js';
import { holdColumns } from './hold-columns.js';

type Kept = NonNullable<CallToKeep['kept']>;

/**
 * Stores the next events of a case that is as it was when it was kept last.
 * @returns its number; undefined where others were in between, or this is none of the usual cases: nothing is stored then.
 */
export async function keepNext(
  database: Database,
  call: CallToKeep,
  kept: Kept,
  toWrite: ColumnsToWrite,
): Promise<number | undefined> {
  const { db, together } = database;
  const rows = eventRows(kept.number, kept.version, call.session);
  const [row, ...more] = rows;
  if (row === undefined || rows.length > mostRows) return undefined;
  if (together === undefined)
    return more.length === 0 && (await isStoredAtOnce(database, call, kept, toWrite, row)) ? kept.number : undefined;
  const moved = update(database, db, call, kept, toWrite).compile();
  const stored = await together(moved, [db.insertInto('events').values(rows).compile()]);
  return stored === undefined ? undefined : kept.number;
}

/** For PostgreSQL: writes the row of a case and its next event in one statement, which is a transaction of its own. */
async function isStoredAtOnce(
  database: Database,
  call: CallToKeep,
  kept: Kept,
  toWrite: ColumnsToWrite,
  row: EventRow,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await database.db
    .with('moved', (db) => update(database, db as unknown as Kysely<Tables>, call, kept, toWrite))
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

function update(database: Database, db: Kysely<Tables>, call: CallToKeep, kept: Kept, { columns }: ColumnsToWrite) {
  const { hold, session } = call;
  const changing = db
    .updateTable('cases')
    .set(Object.assign({}, columns, holdColumns(database, hold)))
    .where('number', '=', kept.number)
    .where('version', '=', kept.version)
    .returning('number');
  if (hold !== undefined) return changing.where('holder', '=', hold.token);
  // What a call began with is changed by its holder only, and without an event that could be counted.
  return changing.where('tree', '=', session.tree).where('knowledge', '=', session.knowledge);
}
