import type { KnowledgeBase } from '../knowledge/index.js';
import type { Input, Session } from './event.js';
import {
  type Account,
  howItCame,
  hypotheses,
  type Missing,
  missingPoints,
  outlookFrom,
  type PossibleReply,
  type Why,
  type WhyNot,
  whyAsked,
  whyNotFault,
} from './explain/index.js';
import { type Situation, situationOf } from './situation.js';
import { momentOf, type Preview, previewOf } from './step.js';

// Beside step.ts and not in it: a call is on its first question before anybody asks why.

/** Why the open question is asked: the author's reason, and which faults each reply would leave; or what steps are for. */
export async function why(kb: KnowledgeBase, session: Session): Promise<Why> {
  return whyAsked(kb, await momentOf(kb, session), session.events.length);
}

/** How the call came to where it stands: what supports that, and what speaks against it. */
export async function how(kb: KnowledgeBase, session: Session): Promise<Account> {
  return howItCame(kb, (await momentOf(kb, session)).last);
}

/**
 * Why a fault is not what the call has come to. `fault` is `tree/fault`.
 * @throws Error when the knowledge base does not hold it.
 */
export async function whyNot(kb: KnowledgeBase, session: Session, fault: string): Promise<WhyNot> {
  return whyNotFault(kb, await momentOf(kb, session), fault);
}

/** The facts and questions that can still matter where the call goes on, and are open. */
export async function missing(kb: KnowledgeBase, session: Session): Promise<Missing> {
  return missingPoints(kb, (await momentOf(kb, session)).last.state);
}

/** The faults that a call can still come to, by address, the nearest first: possible, and no more likely for that. */
export async function stillPossible(kb: KnowledgeBase, session: Session): Promise<readonly string[]> {
  return [...(await outlookFrom(kb, (await momentOf(kb, session)).last.state)).faults.keys()];
}

/** Where the call would stand after an input, and what that would do to the replies given before. Nothing is changed. */
export async function whatIf(
  kb: KnowledgeBase,
  session: Session,
  input: Input,
): Promise<Preview | { readonly refused: string }> {
  return previewOf(kb, session, input);
}

/** Where the call would stand after each reply to the open question; empty where none is open. Nothing is changed. */
export async function whatIfEach(
  kb: KnowledgeBase,
  session: Session,
): Promise<readonly { readonly reply: PossibleReply; readonly situation: Situation }[]> {
  const all = await hypotheses(kb, await momentOf(kb, session), session.events.length);
  return all.map(({ reply, state }) => ({ reply, situation: situationOf(kb, state) }));
}
