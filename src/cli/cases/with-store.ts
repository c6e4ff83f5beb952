import { type CaseStore, type KnowledgeBase, loadFolder, type StoreOptions } from '../../index.js';
import { openCaseStore } from '../case-store.js';
import type { Environment } from '../environment.js';
import { Misuse } from '../exit.js';
import { knowledgeFolder } from '../knowledge-folder.js';
import { placesOf } from '../places.js';

/** What every command about cases can be given. */
export interface CaseOptions {
  readonly kb?: string;
}

/**
 * Opens the case store for as long as something is done with it. What the database says when it fails becomes a sentence.
 * @throws Misuse when it cannot be opened, or fails on the way.
 */
export async function withStore<Result>(
  environment: Environment,
  work: (store: CaseStore) => Promise<Result>,
  options: StoreOptions = { patience: 'report' },
): Promise<Result> {
  const store = await openCaseStore(environment, options);
  try {
    return await work(store);
  } catch (error) {
    if (!isOfDatabase(error)) throw error;
    throw new Misuse(`The case store (${store.label}) cannot be used: ${error.message}`);
  } finally {
    await store.close();
  }
}

/** The knowledge base that was named, or the one that comes with Faultline. @throws Misuse when it is not a folder. */
export async function knowledgeAtHand(environment: Environment, { kb }: CaseOptions): Promise<KnowledgeBase> {
  const { cache } = placesOf(environment.variables);
  return (await loadFolder(knowledgeFolder(kb), { cache, calls: false })).knowledgeBase;
}

// What SQLite, PostgreSQL and the network throw carries a code; mistakes of our own do not.
function isOfDatabase(error: unknown): error is Error {
  return error instanceof Error && ('code' in error || 'errcode' in error) && !(error instanceof Misuse);
}
