import type { KnowledgeBase, Outcome } from '../knowledge/index.js';
import type { Session } from './event.js';
import { abandonedNow, parkedNow } from './remarks-kept.js';
import type { Situation } from './situation.js';

/**
 * How a call ended, or how it stands while it has not ended. What was ended counts, also when a call back was agreed. Of
 * several problems the end counts that leaves most to do, the last of its kind: a call with one solved and one referred has
 * been referred.
 */
export function outcomeOf(kb: KnowledgeBase, session: Session, now: Situation): Outcome {
  const { problems } = now;
  if (problems.some(({ state }) => state === 'open' || state === 'current')) {
    if (abandonedNow(session) !== undefined) return 'abandoned';
    return parkedNow(session) === undefined ? 'open' : 'parked';
  }
  const unsolved = problems.filter(({ state }) => state !== 'fixed');
  if (unsolved.length === 0) return 'resolved';
  const referred = unsolved.findLast(({ state }) => state === 'referred');
  if (referred !== undefined) return kb.desks.get(referred.desk ?? '')?.visit === true ? 'visit' : 'referred';
  return unsolved.every(({ issue }) => issue !== undefined) ? 'known-issue' : 'unresolved';
}
