import { type CaseStore, type Given, type KnowledgeBase, reopen, type Session, type StoredCase } from '../../index.js';

/**
 * A case as it can be read now.
 * - as-taken: with the knowledge base it was taken with, at hand or kept
 * - changed: that one is nowhere to be had; `session` is opened with the one at hand, and `unfit` no longer fits there
 * - events: no knowledge base has its tree, or no tree was found for it
 */
export type CaseView =
  | { readonly kind: 'as-taken'; readonly kb: KnowledgeBase; readonly session: Session }
  | {
      readonly kind: 'changed';
      readonly kb: KnowledgeBase;
      readonly session: Session;
      readonly unfit: readonly Given[];
    }
  | { readonly kind: 'events'; readonly session: Session };

/** Finds the knowledge base with which a case can be read. */
export async function caseView(store: CaseStore, atHand: KnowledgeBase, { session }: StoredCase): Promise<CaseView> {
  if (session.tree === '') return { kind: 'events', session };
  const kb = await store.knowledge(session.knowledge, atHand);
  if (kb?.trees.has(session.tree) === true) return { kind: 'as-taken', kb, session };
  if (!atHand.trees.has(session.tree)) return { kind: 'events', session };
  const opened = await reopen(atHand, session);
  return { kind: 'changed', kb: atHand, session: opened.session, unfit: opened.unfit };
}
