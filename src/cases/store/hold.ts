import type { Database } from '../drivers/database.js';
import type { Holder } from './case-record.js';
import { inTransaction } from './in-transaction.js';

/** A right to write a call's events, which one agent at a time has. */
export interface Hold {
  /** Known only to the one who has it: a UUID. */
  readonly token: string;
  /** Who that is, for others to see: the agent and the machine. */
  readonly name: string;
  /** For how long it stands after the last sign of life, in milliseconds. */
  readonly forMs: number;
}

/** Whether a case is held now, or who has it. */
export type Held = { readonly held: true } | { readonly held: false; readonly holder: Holder };

/**
 * Takes a case, so that nobody else writes to it. One that somebody else has is left to them, unless it is taken over:
 * then their next event is refused, and they are told.
 * @throws Error where there is no such case.
 */
export async function holdCase(database: Database, number: number, hold: Hold, takeOver: boolean): Promise<Held> {
  const now = await database.now();
  return inTransaction(database, async (trx) => {
    let query = trx
      .selectFrom('cases')
      .select(['holder', 'holder_name', 'held_since', 'held_until'])
      .where('number', '=', number);
    if (database.dialect === 'postgres') query = query.forUpdate();
    const row = await query.executeTakeFirst();
    if (row === undefined) throw new Error(`There is no case ${number}.`);
    const isOthers = row.holder !== null && row.holder !== hold.token && Number(row.held_until) > now;
    if (isOthers && !takeOver) {
      const { holder_name, held_since, held_until } = row;
      const holder = { name: holder_name ?? '', since: Number(held_since), until: Number(held_until) };
      return { held: false, holder };
    }
    await trx
      .updateTable('cases')
      .set({ holder: hold.token, holder_name: hold.name, held_since: now, held_until: now + hold.forMs })
      .where('number', '=', number)
      .execute();
    return { held: true };
  });
}

/** Shows that the holder is still there. @returns whether they still hold it. */
export async function renewHold(database: Database, number: number, hold: Hold): Promise<boolean> {
  const until = (await database.now()) + hold.forMs;
  const { numUpdatedRows } = await database.db
    .updateTable('cases')
    .set({ held_until: until })
    .where('number', '=', number)
    .where('holder', '=', hold.token)
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}

/** Gives a case free. Does nothing where it is somebody else's by now. */
export async function releaseHold(database: Database, number: number, hold: Hold): Promise<void> {
  await database.db
    .updateTable('cases')
    .set({ holder: null, holder_name: null, held_since: null, held_until: null })
    .where('number', '=', number)
    .where('holder', '=', hold.token)
    .execute();
}
