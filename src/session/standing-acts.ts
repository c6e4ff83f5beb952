import type { KnowledgeBase } from '../knowledge/index.js';
import type { Act, Session } from './event.js';
import { entriesOf } from './history.js';
import { momentOf } from './step.js';

/** An act that still stands: it was not taken back, and is as it was last changed. */
export interface StandingAct {
  readonly act: Act;
  /** Index in the session's events of the act that it is, or that it took the place of. */
  readonly event: number;
}

/** The acts that still stand, first to last. */
export async function standingActs(kb: KnowledgeBase, session: Session): Promise<readonly StandingAct[]> {
  const { last } = await momentOf(kb, session);
  return entriesOf(last).flatMap(({ act, event }) => (act === undefined ? [] : [{ act, event }]));
}
