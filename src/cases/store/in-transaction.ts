import { setTimeout as pause } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import type { Database } from '../drivers/database.js';
import type { Tables } from '../schema/tables.js';

/** How often a transaction is begun anew that others were in the way of. */
const mostTries = 6;

/**
 * Does something in one transaction, and once more where PostgreSQL let another go first. Nothing of an attempt that
 * failed is left. SQLite has one writer at a time: its driver waits before the transaction begins.
 */
export async function inTransaction<Result>(
  { db }: Database,
  work: (trx: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (attempt >= mostTries || !gaveWay(error)) throw error;
      // Not all at once again: whoever waited longest has no advantage, so chance has to decide.
      await pause(Math.random() * 50 * attempt);
    }
  }
}

function gaveWay(error: unknown): boolean {
  // Serialisation failure, deadlock, and the same row made by two at once.
  return ['40001', '40P01', '23505'].includes(String((error as { readonly code?: unknown }).code));
}
