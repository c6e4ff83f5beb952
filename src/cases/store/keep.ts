import type { Transaction } from 'kysely';
import type { Event, Session } from '../../session/index.js';
import type { Database } from '../drivers/database.js';
import type { Tables } from '../schema/tables.js';
import type { CaseStanding } from '../standing.js';
import { headerColumns, standingColumns } from './case-record.js';
import type { Hold } from './hold.js';
import { inTransaction } from './in-transaction.js';
import { mergeNotes } from './merge-notes.js';

/** A call to be kept, with all its events. */
export interface CallToKeep {
  /** Made when the call begins, and never again given to another: a UUID. */
  readonly id: string;
  readonly session: Session;
  readonly standing: CaseStanding;
  /** Who keeps it. Without one only remarks may be added, such as a note by somebody else. */
  readonly hold?: Hold;
  /** What the last `keepCall` of it said, where there was one. */
  readonly kept?: { readonly number: number; readonly version: number };
}

/**
 * What came of keeping a call.
 * - kept: all its events are stored, and synchronised with the disk; `session` is there where others have noted something
 *   meanwhile, and has both
 * - taken: somebody else has taken the case over; nothing was stored
 * - changed: others have added events; nothing was stored
 * - gone: the case was erased in the meantime; nothing was stored
 */
export type Keeping =
  | { readonly result: 'kept'; readonly number: number; readonly version: number; readonly session?: Session }
  | { readonly result: 'taken'; readonly number: number; readonly by: string }
  | { readonly result: 'changed'; readonly number: number }
  | { readonly result: 'gone'; readonly number: number };

/** Events that are inserted at once: a statement takes a limited number of values. */
const atOnce = 200;

type Change = Transaction<Tables>;

/**
 * Stores the events of a call that are not stored yet, in one transaction. What is stored already stays as it is, so that
 * the same call can be kept again when nobody knows whether it was.
 */
export async function keepCall(database: Database, call: CallToKeep): Promise<Keeping> {
  database.check();
  const now = call.hold === undefined ? 0 : await database.now();
  return inTransaction(database, async (trx) => {
    const { kept, session } = call;
    // Mostly nobody was in between: then two statements do.
    if (kept !== undefined && (await isUpdated(trx, call, kept, now))) {
      await addEvents(trx, kept.number, kept.version, session);
      return { result: 'kept', number: kept.number, version: session.events.length };
    }
    return keepLooking(trx, database, call, now);
  });
}

async function isUpdated(
  trx: Change,
  call: CallToKeep,
  { number, version }: { readonly number: number; readonly version: number },
  now: number,
): Promise<boolean> {
  let update = trx
    .updateTable('cases')
    .set(columnsOf(call, now))
    .where('number', '=', number)
    .where('version', '=', version);
  const { hold, session } = call;
  if (hold !== undefined) update = update.where('holder', '=', hold.token);
  // What a call began with is changed by its holder only, and without an event that could be counted.
  else update = update.where('tree', '=', session.tree).where('knowledge', '=', session.knowledge);
  const { numUpdatedRows } = await update.executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}

/** The same where something is in the way, or may be: looks what is stored. */
async function keepLooking(trx: Change, database: Database, call: CallToKeep, now: number): Promise<Keeping> {
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
  const since = hold !== undefined && row.holder === null ? { held_since: now } : {};
  await trx
    .updateTable('cases')
    .set({ ...columnsOf({ ...call, session }, now), ...since })
    .where('number', '=', number)
    .execute();
  const merged = session === call.session ? {} : { session };
  return { result: 'kept', number, version: session.events.length, ...merged };
}

function columnsOf({ session, standing, hold }: CallToKeep, now: number) {
  const holder = hold && { holder: hold.token, holder_name: hold.name, held_until: now + hold.forMs };
  return { version: session.events.length, ...headerColumns(session), ...standingColumns(standing), ...holder };
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

async function addEvents(trx: Change, case_number: number, from: number, { events }: Session): Promise<void> {
  const rows = events.slice(from).map((event, index) => ({
    case_number,
    sequence: from + index,
    at: event.at ?? null,
    event: JSON.stringify(event),
  }));
  for (let first = 0; first < rows.length; first += atOnce)
    await trx
      .insertInto('events')
      .values(rows.slice(first, first + atOnce))
      .execute();
}
