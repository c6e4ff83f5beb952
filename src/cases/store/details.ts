import type { KnowledgeBase } from '../../knowledge/index.js';
import { detailsOf } from '../details/details-of.js';
import type { Database } from '../drivers/database.js';
import { detailTables } from '../schema/detail-tables.js';
import type { StoredCase } from './case-record.js';
import { inTransaction } from './in-transaction.js';
import { readCase } from './read-cases.js';

/** Rows that are inserted at once. */
const atOnce = 100;

/**
 * Works out what reports count of a case, and stores it in place of what was there.
 * @returns whether it could: not where the case is pinned to another version of the knowledge base.
 */
export async function storeDetails(database: Database, kb: KnowledgeBase, stored: StoredCase): Promise<boolean> {
  const { number, session, begun, version } = stored;
  if (session.knowledge !== kb.hash) return false;
  const details = await detailsOf(kb, number, session, begun.slice(0, 10));
  await inTransaction(database, async (trx) => {
    const taken = await trx
      .updateTable('cases')
      .set({ detailed: version, tree_version: details.treeVersion })
      .where('number', '=', number)
      .where('detailed', '<', version)
      .executeTakeFirst();
    if (Number(taken.numUpdatedRows) === 0) return;
    for (const table of detailTables) {
      await trx.deleteFrom(table).where('case_number', '=', number).execute();
      const rows = details[table];
      for (let from = 0; from < rows.length; from += atOnce)
        await trx
          .insertInto(table)
          .values(rows.slice(from, from + atOnce) as never)
          .execute();
    }
    await trx
      .insertInto('texts')
      .values({ case_number: number, text: details.text })
      .onConflict((conflict) => conflict.column('case_number').doUpdateSet({ text: details.text }))
      .execute();
  });
  return true;
}

/**
 * Brings the details up to date for the cases whose call was cut off before that was done.
 * @param knowledgeOf the knowledge base with a hash, if there is one
 * @returns how many are still without: their knowledge base is not at hand, or they are damaged.
 */
export async function refreshDetails(
  database: Database,
  knowledgeOf: (hash: string) => Promise<KnowledgeBase | undefined>,
): Promise<number> {
  const now = await database.now();
  const stale = await database.db
    .selectFrom('cases')
    .select('number')
    .whereRef('detailed', '<', 'version')
    .where((is) => is.or([is('held_until', 'is', null), is('held_until', '<', now)]))
    .orderBy('number')
    .execute();
  let left = 0;
  for (const { number } of stale) {
    if (!(await refreshed(database, number, knowledgeOf))) left += 1;
  }
  return left;
}

async function refreshed(
  database: Database,
  number: number,
  knowledgeOf: (hash: string) => Promise<KnowledgeBase | undefined>,
): Promise<boolean> {
  try {
    const stored = await readCase(database, number);
    if (stored === undefined) return true;
    const kb = await knowledgeOf(stored.knowledge);
    return kb !== undefined && (await storeDetails(database, kb, stored));
  } catch {
    return false;
  }
}
