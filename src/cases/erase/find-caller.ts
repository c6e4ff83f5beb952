import { callerKey } from '../caller-key.js';
import type { CaseStore } from '../case-store.js';
import { type CaseSummary, summaryOf } from '../store/case-record.js';

/** All cases of a caller, and the words by which the caller is known in them. */
export interface CallerFound {
  readonly cases: readonly CaseSummary[];
  /** Their names, contacts and accounts as they were written, and what was looked for. */
  readonly words: readonly string[];
}

/** Finds all cases of a caller by a name, a contact or an account, the newest first. */
export async function findCaller(store: CaseStore, who: string): Promise<CallerFound> {
  const key = callerKey(who);
  if (key === undefined) return { cases: [], words: [] };
  const { database } = store;
  const now = await database.now();
  const rows = await database.db
    .selectFrom('cases')
    .selectAll()
    .where((is) => is.or([is('caller_key', '=', key), is('contact_key', '=', key), is('account_key', '=', key)]))
    .orderBy('number', 'desc')
    .execute();
  const cases = rows.map((row) => summaryOf(row, now));
  const words = [who, ...cases.flatMap(({ name, contact, account }) => [name, contact, account])];
  return { cases, words: [...new Set(words.flatMap((word) => word ?? []))] };
}
