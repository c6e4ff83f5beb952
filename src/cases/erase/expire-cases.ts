import type { Transaction } from 'kysely';
import type { KnowledgeBase, Outcome } from '../../knowledge/index.js';
import type { CaseStore } from '../case-store.js';
import type { Database } from '../drivers/database.js';
import type { Tables } from '../schema/tables.js';
import { inTransaction } from '../store/in-transaction.js';
import { scrub } from './scrub.js';

/** How many cases went, or would go. */
export interface Expired {
  readonly byOutcome: ReadonlyMap<Outcome, number>;
  readonly cases: number;
  /** Why what was deleted could not be taken out of the files of the database yet. */
  readonly notScrubbed?: string;
}

/** How cases are let go. */
export interface ExpireOptions {
  /** Only counts. */
  readonly dryRun?: boolean;
}

const day = 86_400_000;

/**
 * Erases the cases that were kept for as long as they are to be kept, counted from their last event. Those that somebody
 * has open stay, and so do those in which a call back is still to come.
 * @param retention the days by outcome, as the knowledge base says them; an outcome without stays for ever
 * @param now in ISO 8601
 */
export async function expireCases(
  store: CaseStore,
  retention: KnowledgeBase['retention'],
  now: string,
  { dryRun = false }: ExpireOptions = {},
): Promise<Expired> {
  const { database } = store;
  const clock = await database.now();
  const byOutcome = new Map<Outcome, number>();
  await inTransaction(database, async (trx) => {
    byOutcome.clear();
    for (const [outcome, days] of retention) {
      const over = isOver(database, outcome, days, { now, clock });
      const count = dryRun ? await counted(trx, over) : await erased(trx, over);
      if (count === 0) continue;
      byOutcome.set(outcome, count);
      if (dryRun) continue;
      const why = `kept for ${days} days: ${outcome}`;
      await trx.insertInto('erasures').values({ at: now, why, cases: count }).execute();
    }
  });
  const cases = [...byOutcome.values()].reduce((sum, each) => sum + each, 0);
  const notScrubbed = dryRun || cases === 0 ? undefined : await scrub(database);
  return { byOutcome, cases, ...(notScrubbed === undefined ? {} : { notScrubbed }) };
}

type Condition = ReturnType<typeof isOver>;

/** @param clock the time of the database in milliseconds, for what is held */
function isOver(
  { sql }: Database,
  outcome: Outcome,
  days: number,
  { now, clock }: { readonly now: string; readonly clock: number },
) {
  const before = new Date(Date.parse(now) - days * day).toISOString();
  // A time that is none would come before every other one.
  return sql<boolean>`outcome = ${outcome} and changed < ${before} and changed like '____-__-__T%'
    and (call_back is null or call_back <= ${now}) and (held_until is null or held_until <= ${clock})`;
}

async function counted(trx: Transaction<Tables>, over: Condition): Promise<number> {
  const found = await trx
    .selectFrom('cases')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where(over)
    .executeTakeFirstOrThrow();
  return Number(found.count);
}

async function erased(trx: Transaction<Tables>, over: Condition): Promise<number> {
  return Number((await trx.deleteFrom('cases').where(over).executeTakeFirst()).numDeletedRows);
}
