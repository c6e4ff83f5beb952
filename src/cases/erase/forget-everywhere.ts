import type { Transaction } from 'kysely';
import type { KnowledgeBase } from '../../knowledge/index.js';
import { type Session, situation } from '../../session/index.js';
import type { CaseStore } from '../case-store.js';
import { detailTables } from '../schema/detail-tables.js';
import type { Tables } from '../schema/tables.js';
import { type CaseStanding, standingOf } from '../standing.js';
import { headerColumns, type StoredCase, standingColumns } from '../store/case-record.js';
import { inTransaction } from '../store/in-transaction.js';
import { readCase } from '../store/read-cases.js';
import { rewriteRows } from './rewrite-rows.js';
import { scrub } from './scrub.js';
import { inPlaceOfWords, withoutWords } from './without-words.js';
import { type WordsOfCaller, wordsOfCaller } from './words-of-caller.js';

/** What came of taking a caller's words out of cases of others. */
export interface ForgottenEverywhere {
  readonly changed: readonly number[];
  /** Cases that stay as they are: somebody has them open, or without the words they would end elsewhere. */
  readonly left: readonly { readonly number: number; readonly why: 'open' | 'would change' }[];
  readonly notScrubbed?: string;
}

/**
 * Puts "[caller]" in the place of a caller's words in the cases of others. This rewrites what was recorded, so all of it
 * is done in one transaction, and a case that would not stand where it stands is left alone.
 * @param numbers the cases in which the words were found
 * @param atHand the knowledge base for the cases that were taken with it
 */
export async function forgetEverywhere(
  store: CaseStore,
  atHand: KnowledgeBase,
  numbers: readonly number[],
  words: readonly string[],
): Promise<ForgottenEverywhere> {
  const { database } = store;
  const looked = wordsOfCaller(words);
  const knowledge = await knowledgeOf(store, atHand, numbers);
  let changed: number[] = [];
  let left: { number: number; why: 'open' | 'would change' }[] = [];
  await inTransaction(database, async (trx) => {
    changed = [];
    left = [];
    const inside = { ...database, db: trx };
    for (const number of numbers) {
      const stored = await readCase(inside, number);
      if (stored === undefined) continue;
      const without =
        stored.holder === undefined ? await rewritten(knowledge.get(stored.knowledge), stored, looked) : 'open';
      if (typeof without === 'string') {
        left.push({ number, why: without });
        continue;
      }
      await rewriteEvents(trx, stored, without);
      if (without.isReplayed) await forgetDetails(trx, number);
      const tables = without.isReplayed ? (['links'] as const) : (['links', 'texts', ...detailTables] as const);
      for (const table of tables)
        await rewriteRows(trx, table, number, (text) => looked.replaced(text, inPlaceOfWords));
      changed.push(number);
    }
  });
  await store.refresh(atHand);
  const notScrubbed = changed.length === 0 ? undefined : await scrub(database);
  return { changed, left, ...(notScrubbed === undefined ? {} : { notScrubbed }) };
}

interface Rewritten {
  readonly session: Session;
  readonly standing: CaseStanding;
  readonly isReplayed: boolean;
}

/** Looked for before the transaction: within it the store has to be left alone. */
async function knowledgeOf(
  store: CaseStore,
  atHand: KnowledgeBase,
  numbers: readonly number[],
): Promise<ReadonlyMap<string, KnowledgeBase | undefined>> {
  const found = new Map<string, KnowledgeBase | undefined>();
  for (const number of numbers) {
    const hash = (await store.read(number))?.knowledge;
    if (hash !== undefined && !found.has(hash)) found.set(hash, await store.knowledge(hash, atHand));
  }
  return found;
}

async function rewritten(
  kb: KnowledgeBase | undefined,
  stored: StoredCase,
  words: WordsOfCaller,
): Promise<Rewritten | 'would change'> {
  const session = withoutWords(stored.session, words);
  if (kb === undefined) {
    const { name, contact, account, device, reason, agent } = stored;
    const texts = Object.entries({ name, contact, account, device, reason, agent }).flatMap(([key, text]) =>
      text === undefined ? [] : [[key, words.replaced(text, inPlaceOfWords)] as const],
    );
    return { session, standing: { ...stored, ...Object.fromEntries(texts) }, isReplayed: false };
  }
  const now = session.tree === '' ? undefined : await situation(kb, session);
  const standing = standingOf(kb, session, now, stored.begun);
  const isSame = (['outcome', 'situation', 'place', 'fault', 'desk', 'took'] as const).every(
    (key) => standing[key] === stored[key],
  );
  return isSame ? { session, standing, isReplayed: true } : 'would change';
}

async function rewriteEvents(
  trx: Transaction<Tables>,
  { number, session: before }: StoredCase,
  { session, standing }: Rewritten,
): Promise<void> {
  await trx
    .updateTable('cases')
    .set({ ...headerColumns(session), ...standingColumns(standing) })
    .where('number', '=', number)
    .execute();
  for (const [sequence, event] of session.events.entries()) {
    const text = JSON.stringify(event);
    if (text === JSON.stringify(before.events[sequence])) continue;
    await trx
      .updateTable('events')
      .set({ event: text })
      .where('case_number', '=', number)
      .where('sequence', '=', sequence)
      .execute();
  }
}

/** What was worked out from the events is worked out anew. */
async function forgetDetails(trx: Transaction<Tables>, number: number): Promise<void> {
  await trx.updateTable('cases').set({ detailed: -1 }).where('number', '=', number).execute();
  for (const table of [...detailTables, 'texts'] as const)
    await trx.deleteFrom(table).where('case_number', '=', number).execute();
}
