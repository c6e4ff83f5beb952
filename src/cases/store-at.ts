import type { KnowledgeBase } from '../knowledge/index.js';
import type { CaseStore } from './case-store.js';
import type { Database } from './drivers/database.js';
import type { Patience } from './drivers/postgres.js';
import { whyNotOpened } from './drivers/why-not-opened.js';
import { migrate } from './schema/migrate.js';
import { NewerStore } from './schema/newer-store.js';
import { addRemark } from './store/add-remark.js';
import { refreshDetails, storeDetails } from './store/details.js';
import { earlierCases } from './store/earlier.js';
import { holdCase, releaseHold, renewHold } from './store/hold.js';
import { keepCall } from './store/keep.js';
import { hasKnowledge, keepKnowledge, knowledgeKept } from './store/knowledge-versions.js';
import { linkCases, linkedCases, unlinkCases } from './store/links.js';
import { countCases, listCases, readCase } from './store/read-cases.js';

/** Opens the store that is at a path or an address, with its tables up to date. Throws as `openStore` does. */
export async function storeAt(where: string, patience: Patience): Promise<CaseStore> {
  const database = await openDatabase(where, patience);
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error instanceof NewerStore ? error : whyNotOpened(database.label, database.dialect, error);
  }
  return storeOn(database);
}

async function openDatabase(where: string, patience: Patience): Promise<Database> {
  if (/^postgres(?:ql)?:\/\//.test(where)) {
    const { openPostgres } = await import('./drivers/postgres.js');
    return openPostgres(where, patience);
  }
  const { openSqlite } = await import('./drivers/sqlite.js');
  try {
    return await openSqlite(where);
  } catch (error) {
    throw whyNotOpened(where, 'sqlite', error);
  }
}

function storeOn(database: Database): CaseStore {
  const knowledge = new Map<string, KnowledgeBase>();
  const knowledgeOf = async (hash: string, atHand: KnowledgeBase): Promise<KnowledgeBase | undefined> => {
    if (hash === atHand.hash) return atHand;
    const known = knowledge.get(hash) ?? (await knowledgeKept(database, hash));
    if (known !== undefined) knowledge.set(hash, known);
    return known;
  };
  return {
    database,
    label: database.label,
    keep: (call) => keepCall(database, call),
    hold: (number, hold, takeOver = false) => holdCase(database, number, hold, takeOver),
    renew: (number, hold) => renewHold(database, number, hold),
    release: (number, hold) => releaseHold(database, number, hold),
    read: (which) => readCase(database, which),
    list: (filter, page) => listCases(database, filter, page),
    count: (filter) => countCases(database, filter),
    add: (kb, number, remark) => addRemark(database, kb, number, remark),
    earlier: (caller, except) => earlierCases(database, caller, except),
    link: (one, other, why, at) => linkCases(database, one, other, why, at),
    unlink: (one, other) => unlinkCases(database, one, other),
    linked: (number) => linkedCases(database, number),
    detail: (kb, stored) => storeDetails(database, kb, stored),
    refresh: (kb) => refreshDetails(database, (hash) => knowledgeOf(hash, kb)),
    hasKnowledge: (hash) => hasKnowledge(database, hash),
    keepKnowledge: (kb, files, at) => keepKnowledge(database, kb, files, at),
    knowledge: knowledgeOf,
    close: () => database.close(),
  };
}
