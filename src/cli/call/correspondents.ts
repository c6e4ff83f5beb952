import { type Correspondents, callerOf, type Session } from '../../index.js';

/** Who writes to whom in a call that is held by e-mail, and whether they have before. */
export function correspondents(session: Session): Correspondents {
  const caller = callerOf(session);
  return {
    ...(caller === undefined ? {} : { caller }),
    ...(session.agent === undefined ? {} : { agent: session.agent }),
    again: session.events.some((event) => 'said' in event && event.question !== undefined),
  };
}
