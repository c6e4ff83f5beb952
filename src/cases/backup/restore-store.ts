import type { Transaction } from 'kysely';
import type { CaseStore } from '../case-store.js';
import type { Database } from '../drivers/database.js';
import type { Tables } from '../schema/tables.js';
import { inTransaction } from '../store/in-transaction.js';
import { type BackupHead, type BackupRow, backupTables } from './backup-form.js';
import { backupLines } from './backup-lines.js';
import { type BackedUp, backupStore } from './backup-store.js';
import { continueAfter, lastNumber } from './last-number.js';
import { NoBackup } from './no-backup.js';

/** How a backup is restored. */
export interface RestoreOptions {
  /**
   * Put it in the place of the cases that are there. They are backed up first, to this new file. Without it a store that
   * has cases is left alone.
   */
  readonly replacing?: string;
}

/**
 * What came of restoring. Nothing was changed where `refused` says why:
 * - cases: there are cases in the store already - open: somebody has one of them open
 */
export type Restored =
  | { readonly refused: 'cases' | 'open'; readonly cases: number }
  | {
      readonly cases: number;
      readonly events: number;
      /** When the backup was made, in ISO 8601. */
      readonly at: string;
      /** How many cases were erased since then, and are back now. Nobody knows which: they have to be erased again. */
      readonly erasedSince: number;
    };

/**
 * Puts a backup into a store, of the same or of the other kind of database, in one transaction: either all of it is
 * there, or nothing has changed. The numbers of cases stay as they were; nobody has any of them open.
 * @param now in ISO 8601
 * @throws NoBackup when the file is none, or not whole, or was made by a newer Faultline; what the database throws.
 */
export async function restoreStore(
  store: CaseStore,
  file: string,
  now: string,
  { replacing }: RestoreOptions = {},
): Promise<Restored> {
  const { database } = store;
  // Looked at as a whole first: what is none shall cost no one a moment.
  for await (const line of backupLines(file)) if ('faultline' in line) await fitting(database, line);
  const cases = await store.count({});
  if (cases > 0 && replacing === undefined) return { refused: 'cases', cases };
  let kept: BackedUp = { cases: 0, events: 0 };
  if (cases > 0 && replacing !== undefined) {
    if ((await store.count({ held: true })) > 0) return { refused: 'open', cases };
    kept = await backupStore(store, replacing, now);
  }
  return inTransaction(database, async (trx) => {
    const inside = { ...database, db: trx };
    const { sql } = database;
    if (database.dialect === 'postgres') await sql`lock table cases, events in access exclusive mode`.execute(trx);
    // Whoever has stored something in the meantime would lose it.
    if (!(await holds(trx, kept))) return { refused: 'open', cases };
    return replaced(inside, trx, file);
  });
}

async function holds(trx: Transaction<Tables>, kept: BackedUp): Promise<boolean> {
  for (const table of ['cases', 'events'] as const) {
    const { count } = await trx
      .selectFrom(table as 'cases')
      .select((is) => is.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    if (Number(count) !== kept[table]) return false;
  }
  return true;
}

/** Rows that are inserted at once: a statement takes a limited number of values. */
const atOnce = 100;

async function replaced(inside: Database, trx: Transaction<Tables>, file: string): Promise<Restored> {
  const last = await lastNumber(inside);
  const erasures = await trx.selectFrom('erasures').selectAll().orderBy('erasure').execute();
  for (const table of backupTables.toReversed()) await trx.deleteFrom(table).execute();
  const counts = new Map<string, number>();
  let head: BackupHead | undefined;
  let rows: BackupRow[] = [];
  for await (const line of backupLines(file)) {
    if ('faultline' in line) {
      head = await fitting(inside, line);
      continue;
    }
    counts.set(line.table, (counts.get(line.table) ?? 0) + 1);
    if (rows.length === atOnce || (rows.length > 0 && rows[0]?.table !== line.table)) {
      await insert(trx, rows);
      rows = [];
    }
    rows.push(line);
  }
  await insert(trx, rows);
  if (head === undefined) throw new NoBackup(`"${file}" is empty.`);
  const { at } = head;
  const since = erasures.filter((erasure) => erasure.at > at);
  for (const { at: when, why, cases } of since)
    await trx.insertInto('erasures').values({ at: when, why, cases }).execute();
  await continueAfter(inside, Math.max(last, head.lastNumber));
  return {
    cases: counts.get('cases') ?? 0,
    events: counts.get('events') ?? 0,
    at,
    erasedSince: since.reduce((sum, { cases }) => sum + cases, 0),
  };
}

/** The head of a backup whose tables are known here. @throws NoBackup */
async function fitting({ db, sql }: Database, head: BackupHead): Promise<BackupHead> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  const unknown = head.schema.find((name) => !rows.some((row) => row.name === name));
  if (unknown === undefined) return head;
  throw new NoBackup(
    `The backup was made by a newer Faultline: it has the change "${unknown}". Update Faultline here.`,
  );
}

async function insert(trx: Transaction<Tables>, rows: readonly BackupRow[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const values = rows.map(({ table, row }) => {
    if (table === 'cases') return { ...row, holder: null, holder_name: null, held_since: null, held_until: null };
    if (table !== 'erasures') return row;
    // Its number means nothing, and PostgreSQL wants to count them itself.
    const { erasure, ...own } = row;
    return own;
  });
  await trx
    .insertInto(first.table)
    .values(values as never)
    .execute();
}
