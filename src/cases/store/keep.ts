import type { Transaction } from 'kysely';
import type { Event, Session } from '../../session/index.js';
import type { Database } from '../drivers/database.js';
import type { Tables } from '../schema/tables.js';
import { addEvents } from './add-events.js';
import type { CallToKeep, Keeping } from './call-to-keep.js';
import { headerColumns, standingColumns } from './case-record.js';
import { type ColumnsToWrite, columnsToWrite } from './columns-to-write.js';
import { firstHoldColumns, holdColumns } from './hold-columns.js';
import { inTransaction } from './in-transaction.js';
import { keepFirst } from './keep-first.js';
import { keepNext } from './keep-next.js';
import { mergeNotes } from './merge-notes.js';

type Change = Transaction<Tables>;

/**
 * Stores the events of a call that are not stored yet, in one transaction. What is stored already stays as it is, so that
 * the same call can be kept again when nobody knows whether it was.
 */
export async function keepCall(database: Database, call: CallToKeep): Promise<Keeping> {
  database.check();
  const { session, standing, kept } = call;
  const toWrite = columnsToWrite(database, session, standing, kept);
  const keeping = await keptAs(database, call, toWrite);
  if (keeping.result === 'kept') toWrite.written(keeping.number, keeping.version);
  return keeping;
}

async function keptAs(database: Database, call: CallToKeep, toWrite: ColumnsToWrite): Promise<Keeping> {
  const { session, kept } = call;
  // Mostly nobody was in between: then one statement does, or two that hold up nobody.
  const number =
    kept === undefined ? await keepFirst(database, call, toWrite) : await keepNext(database, call, kept, toWrite);
  if (number !== undefined) return { result: 'kept', number, version: session.events.length };
  return inTransaction(database, (trx) => keepLooking(trx, database, call, toWrite));
}

/** The same where something is in the way, or may be: looks what is stored. */
async function keepLooking(
  trx: Change,
  database: Database,
  call: CallToKeep,
  { all }: ColumnsToWrite,
): Promise<Keeping> {
  const { hold } = call;
  const number = await numberOf(trx, call);
  if (number === undefined) return { result: 'gone', number: call.kept?.number ?? 0 };
  let query = trx
    .selectFrom('cases')
    .select(['version', 'tree', 'knowledge', 'holder', 'holder_name'])
    .where('number', '=', number);
  if (database.dialect === 'postgres') query = query.forUpdate();
  const row = await query.executeTakeFirst();
  if (row === undefined) return { result: 'gone', number };
  if (hold !== undefined && row.holder !== null && row.holder !== hold.token)
    return { result: 'taken', number, by: row.holder_name ?? '' };
  const isRemark = hold === undefined && call.kept !== undefined;
  const isOutdated = isRemark && (row.tree !== call.session.tree || row.knowledge !== call.session.knowledge);
  const session = isOutdated ? undefined : await withNotes(trx, number, call);
  if (session === undefined) return { result: 'changed', number };
  await addEvents(trx, number, row.version, session);
  const holder = row.holder === null ? firstHoldColumns(database, hold) : holdColumns(database, hold);
  await trx
    .updateTable('cases')
    .set(Object.assign({}, all, { version: session.events.length }, holder))
    .where('number', '=', number)
    .execute();
  const merged = session === call.session ? {} : { session };
  return { result: 'kept', number, version: session.events.length, ...merged };
}

/** The number of a call; a call that is not stored gets one. Undefined where it was stored, and is not any more. */
async function numberOf(trx: Change, { id, session, standing, kept }: CallToKeep): Promise<number | undefined> {
  const known = await trx.selectFrom('cases').select('number').where('id', '=', id).executeTakeFirst();
  if (known !== undefined || kept !== undefined) return known?.number;
  const row = { id, version: 0, detailed: -1, ...headerColumns(session), ...standingColumns(standing) };
  return (await trx.insertInto('cases').values(row).returning('number').executeTakeFirstOrThrow()).number;
}

/**
 * The call as it is to be stored: as it is where what is stored is how it begins; for its holder also with what others have
 * noted. What was kept of it before is known to be its beginning. Undefined where the two cannot both stand.
 */
async function withNotes(trx: Change, number: number, call: CallToKeep): Promise<Session | undefined> {
  const { session, kept, hold } = call;
  const from = kept?.version ?? 0;
  const stored = await trx
    .selectFrom('events')
    .select('event')
    .where('case_number', '=', number)
    .where('sequence', '>=', from)
    .orderBy('sequence')
    .execute();
  if (stored.every(({ event }, index) => event === JSON.stringify(session.events[from + index]))) return session;
  if (hold === undefined) return undefined;
  const events = stored.map(({ event }) => JSON.parse(event) as Event);
  return mergeNotes([...session.events.slice(0, from), ...events], session);
}
