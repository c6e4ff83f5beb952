import { callerKey } from '../caller-key.js';
import type { CaseStore } from '../case-store.js';
import { inTransaction } from '../store/in-transaction.js';
import { scrub } from './scrub.js';
import { type Traces, tracesOfCaller } from './traces-of-caller.js';
import { wordsOfCaller } from './words-of-caller.js';

/** What is to be forgotten of a caller. */
export interface ToForget {
  /** The numbers of the cases that are erased: those that `findCaller` has found and somebody has looked at. */
  readonly cases: readonly number[];
  /** The words to look for afterwards. */
  readonly words: readonly string[];
  /** Folders in whose files they are looked for too. */
  readonly folders?: readonly string[];
}

/** What was erased, and what is left. */
export interface Forgotten {
  readonly erased: number;
  /** Words that were not looked for, because they are also the name, contact or account of somebody else's case. */
  readonly shared: readonly string[];
  readonly traces: Traces;
  /** Why what was deleted could not be taken out of the files of the database yet. */
  readonly notScrubbed?: string;
}

/** Numbers that are deleted in one statement. */
const atOnce = 500;

/**
 * Erases the cases of a caller with everything that is stored of them, takes the deleted text out of the files of the
 * database, and then looks whether anything of the caller is left anywhere. That cases were erased is recorded, but not
 * whose.
 * @param now in ISO 8601
 */
export async function forgetCaller(
  store: CaseStore,
  { cases, words, folders = [] }: ToForget,
  now: string,
): Promise<Forgotten> {
  const { database } = store;
  const erased = await inTransaction(database, async (trx) => {
    let count = 0;
    for (let from = 0; from < cases.length; from += atOnce) {
      const part = cases.slice(from, from + atOnce);
      const { numDeletedRows } = await trx.deleteFrom('cases').where('number', 'in', part).executeTakeFirst();
      count += Number(numDeletedRows);
    }
    if (count > 0)
      await trx.insertInto('erasures').values({ at: now, why: 'a caller was forgotten', cases: count }).execute();
    return count;
  });
  const notScrubbed = await scrub(database);
  const shared = await sharedWords(store, words);
  const looked = wordsOfCaller(words.filter((word) => !shared.includes(word)));
  const traces = await tracesOfCaller(database, looked, folders);
  return { erased, shared, traces, ...(notScrubbed === undefined ? {} : { notScrubbed }) };
}

/** The words that are by now the name, contact or account of another case, such as the account of a whole firm. */
async function sharedWords({ database }: CaseStore, words: readonly string[]): Promise<readonly string[]> {
  const shared: string[] = [];
  for (const word of words) {
    const key = callerKey(word);
    if (key === undefined) continue;
    const other = await database.db
      .selectFrom('cases')
      .select('number')
      .where((is) => is.or([is('caller_key', '=', key), is('contact_key', '=', key), is('account_key', '=', key)]))
      .limit(1)
      .executeTakeFirst();
    if (other !== undefined) shared.push(word);
  }
  return shared;
}
