import type { KnowledgeBase, SourceFile } from '../knowledge/index.js';
import type { Caller, Remark } from '../session/index.js';
import type { Database } from './drivers/database.js';
import type { CallToKeep, Keeping } from './store/call-to-keep.js';
import type { CaseSummary, StoredCase } from './store/case-record.js';
import type { EarlierCase } from './store/earlier.js';
import type { Held, Hold } from './store/hold.js';
import type { LinkedCase } from './store/links.js';
import type { CaseFilter, PageOptions } from './store/read-cases.js';

/** Where the cases of a desk are kept. Everything that cannot be done because the database fails is thrown. */
export interface CaseStore {
  /** The open database, for those who count: reports, export, verification. */
  readonly database: Database;
  /** What to call it towards people. */
  readonly label: string;
  /** Stores the events of a call that are not stored yet; each of them survives a power cut once this has returned. */
  keep(call: CallToKeep): Promise<Keeping>;
  /** Takes a case, so that nobody else goes on with it; one that somebody has is only taken over when that is wanted. */
  hold(number: number, hold: Hold, takeOver?: boolean): Promise<Held>;
  /** A sign of life. @returns whether the case is still held. */
  renew(number: number, hold: Hold): Promise<boolean>;
  release(number: number, hold: Hold): Promise<void>;
  /** A case by its number or its id. */
  read(which: number | string): Promise<StoredCase | undefined>;
  list(filter: CaseFilter, page: PageOptions): Promise<readonly CaseSummary[]>;
  count(filter: CaseFilter): Promise<number>;
  /** Adds a remark, also to a case that somebody has open. @returns its number of events; undefined without such a case. */
  add(kb: KnowledgeBase, number: number, remark: Remark & { readonly at: string }): Promise<number | undefined>;
  /** The newest cases of the same caller, contact, account or device. */
  earlier(caller: Caller, exceptId?: string): Promise<readonly EarlierCase[]>;
  link(one: number, other: number, why: string, at: string): Promise<void>;
  unlink(one: number, other: number): Promise<boolean>;
  linked(number: number): Promise<readonly LinkedCase[]>;
  /** Works out what reports count of a case. @returns whether its knowledge base is this one. */
  detail(kb: KnowledgeBase, stored: StoredCase): Promise<boolean>;
  /** The same for all cases for which it was not done. @returns how many are left without. */
  refresh(kb: KnowledgeBase): Promise<number>;
  hasKnowledge(hash: string): Promise<boolean>;
  keepKnowledge(kb: KnowledgeBase, files: readonly SourceFile[], at: string): Promise<void>;
  /** The knowledge base with a hash: the one that is given, or else one whose files are kept. */
  knowledge(hash: string, atHand: KnowledgeBase): Promise<KnowledgeBase | undefined>;
  close(): Promise<void>;
}
