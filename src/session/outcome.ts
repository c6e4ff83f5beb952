import type { KnowledgeBase, Outcome } from '../knowledge/index.js';
import type { Session } from './event.js';
import { abandonedNow, parkedNow } from './remarks-kept.js';
import type { Situation } from './situation.js';

/**
 * How a call ended, or how it stands while it has not ended. What was ended counts, also when a call back was agreed. Of
 * several problems the one that goes furthest counts: a call with one solved and one referred has been referred.
 */
export function outcomeOf(kb: KnowledgeBase, session: Session, now: Situation): Outcome {
  const ends = new Set(now.problems.map(({ state }) => state));
  if (ends.has('open') || ends.has('current')) {
    if (abandonedNow(session) !== undefined) return 'abandoned';
    return parkedNow(session) === undefined ? 'open' : 'parked';
  }
  if (ends.has('referred')) {
    const visits = now.type === 'referred' && kb.desks.get(now.desk)?.visit === true;
    return visits ? 'visit' : 'referred';
  }
  if (now.type === 'closed' && now.issue !== undefined) return 'known-issue';
  return ends.has('closed') ? 'unresolved' : 'resolved';
}
