import type { Outcome } from '../../knowledge/index.js';
import { abandonedNow, parkedNow } from '../../session/index.js';
import type { CallRead } from './call-read.js';

/** How a call ended, or how it stands while it has not ended. What was ended counts, also when a call back was agreed. */
export function outcomeOf({ kb, session, now }: CallRead): Outcome {
  if (now.problems.some(({ state }) => state === 'open' || state === 'current')) {
    if (abandonedNow(session) !== undefined) return 'abandoned';
    return parkedNow(session) === undefined ? 'open' : 'parked';
  }
  const ends = new Set(now.problems.map(({ state }) => state));
  // What goes furthest counts: a call with one problem solved and one referred has been referred.
  if (ends.has('referred')) {
    const visits = now.type === 'referred' && kb.desks.get(now.desk)?.visit === true;
    return visits ? 'visit' : 'referred';
  }
  if (now.type === 'closed' && now.issue !== undefined) return 'known-issue';
  return ends.has('closed') ? 'unresolved' : 'resolved';
}
