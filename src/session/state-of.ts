import type { KnowledgeBase } from '../knowledge/index.js';
import type { Session } from './event.js';
import type { State } from './state.js';
import { momentOf } from './step.js';

/**
 * All that is computed of where a session stands, also what its situation does not show: which facts were asked for and
 * not known, and which rules have acted. For those who have to tell whether two sessions go on in the same way.
 * @throws Error when the session belongs to another version of the knowledge base.
 */
export async function stateOf(kb: KnowledgeBase, session: Session): Promise<State> {
  return (await momentOf(kb, session)).last.state;
}
