import type { Outcome } from '../../knowledge/index.js';
import { abandonedNow, parkedNow } from '../../session/index.js';
import type { CallRead } from './call-read.js';

/** How a call ended, or how it stands while it has not ended. */
export function outcomeOf({ kb, session, now }: CallRead): Outcome {
  if (abandonedNow(session) !== undefined) return 'abandoned';
  if (parkedNow(session) !== undefined) return 'parked';
  if (now.problems.some(({ state }) => state === 'open' || state === 'current')) return 'open';
  const ends = new Set(now.problems.map(({ state }) => state));
  // What goes furthest counts: a call with one problem solved and one referred has been referred.
  if (ends.has('referred')) {
    const visits = now.type === 'referred' && kb.desks.get(now.desk)?.visit === true;
    return visits ? 'visit' : 'referred';
  }
  if (now.type === 'closed' && now.issue !== undefined) return 'known-issue';
  return ends.has('closed') ? 'unresolved' : 'resolved';
}
