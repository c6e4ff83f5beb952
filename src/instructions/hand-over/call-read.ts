import type { KnowledgeBase } from '../../knowledge/index.js';
import {
  type Move,
  type Session,
  type Situation,
  type StandingAct,
  situation,
  standingActs,
  trail,
} from '../../session/index.js';
import { fill } from '../placeholders.js';

/** A call as it is read for its hand-over: what stands of it, and nothing that was taken back or changed. */
export interface CallRead {
  readonly kb: KnowledgeBase;
  readonly session: Session;
  readonly now: Situation;
  readonly moves: readonly Move[];
  readonly acts: readonly StandingAct[];
  /** Fills in the facts that are known. */
  readonly text: (value: string) => string;
}

/** Reads a call. @throws Error when the session belongs to another version of the knowledge base. */
export async function callRead(kb: KnowledgeBase, session: Session): Promise<CallRead> {
  const now = await situation(kb, session);
  const moves = await trail(kb, session);
  const acts = await standingActs(kb, session);
  return { kb, session, now, moves, acts, text: (value) => fill(kb, now.facts, value) };
}
