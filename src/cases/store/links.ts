import type { Database } from '../drivers/database.js';
import { type CaseSummary, summaryOf } from './case-record.js';
import { inTransaction } from './in-transaction.js';

/** A case that is tied to another, and why. */
export interface LinkedCase {
  readonly case: CaseSummary;
  readonly why: string;
}

/**
 * Ties two cases to each other; a tie that is there gets the new reason.
 * @throws Error where one of them is not there, or both are the same.
 */
export async function linkCases(
  database: Database,
  one: number,
  other: number,
  why: string,
  at: string,
): Promise<void> {
  if (one === other) throw new Error(`Case ${one} cannot be tied to itself.`);
  const [lower, higher] = one < other ? [one, other] : [other, one];
  await inTransaction(database, async (trx) => {
    const found = await trx.selectFrom('cases').select('number').where('number', 'in', [lower, higher]).execute();
    const missing = [one, other].find((each) => !found.some(({ number }) => number === each));
    if (missing !== undefined) throw new Error(`There is no case ${missing}.`);
    await trx
      .insertInto('links')
      .values({ one: lower, other: higher, why, at })
      .onConflict((conflict) => conflict.columns(['one', 'other']).doUpdateSet({ why, at }))
      .execute();
  });
}

/** Unties two cases. @returns whether they were tied. */
export async function unlinkCases(database: Database, one: number, other: number): Promise<boolean> {
  const { numDeletedRows } = await database.db
    .deleteFrom('links')
    .where('one', '=', Math.min(one, other))
    .where('other', '=', Math.max(one, other))
    .executeTakeFirst();
  return Number(numDeletedRows) === 1;
}

/** The cases that are tied to one, the newest first. */
export async function linkedCases(database: Database, number: number): Promise<readonly LinkedCase[]> {
  const now = await database.now();
  const links = await database.db
    .selectFrom('links')
    .selectAll()
    .where((is) => is.or([is('one', '=', number), is('other', '=', number)]))
    .execute();
  const why = new Map(links.map(({ one, other, why: reason }) => [one === number ? other : one, reason]));
  if (why.size === 0) return [];
  const rows = await database.db
    .selectFrom('cases')
    .selectAll()
    .where('number', 'in', [...why.keys()])
    .orderBy('number', 'desc')
    .execute();
  return rows.map((row) => ({ case: summaryOf(row, now), why: why.get(row.number) ?? '' }));
}
