import { setTimeout as pause } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import type { Database } from '../drivers/database.js';
import type { Tables } from '../schema/tables.js';

/** How often a transaction is begun anew that others were in the way of. */
const mostTries = 6;

/**
 * Does something in one transaction, and once more where others were in the way: a SQLite file that stayed locked, or a
 * PostgreSQL transaction that gave way to another. Nothing of an attempt that failed is left.
 */
export async function inTransaction<Result>(
  { db, dialect }: Database,
  work: (trx: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (attempt >= mostTries || !isInTheWay(error, dialect)) throw error;
      // Not all at once again: whoever waited longest has no advantage, so chance has to decide.
      await pause(Math.random() * 50 * attempt);
    }
  }
}

function isInTheWay(error: unknown, dialect: Database['dialect']): boolean {
  if (!(error instanceof Error)) return false;
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  if (dialect === 'sqlite') return /database (?:table )?is locked|SQLITE_BUSY/.test(error.message) || errcode === 5;
  // Serialisation failure, deadlock, and the same row made by two at once.
  return code === '40001' || code === '40P01' || code === '23505';
}
