import type { KnowledgeBase } from '../knowledge/index.js';
import type { Act, Event, Input, Session } from '../session/index.js';
import { maskInput } from './mask-input.js';
import { maskText } from './mask-text.js';

/**
 * A session whose free texts are masked, as `maskInput` masks what is taken: the first words and every event, also what a
 * change put in the place of another. The events keep their number and order; a session with nothing to mask stays equal.
 */
export function maskSession(kb: KnowledgeBase, session: Session): Session {
  const { words } = session;
  return {
    ...session,
    ...(words === undefined ? {} : { words: maskText(words).text }),
    events: session.events.map((event) => maskEvent(kb, event)),
  };
}

function maskEvent(kb: KnowledgeBase, event: Event): Event {
  if ('revise' in event) return { ...event, to: maskEvent(kb, event.to) as Act };
  // What is kept of an input has the keys of the input, and those that `maskInput` leaves alone.
  return maskInput(kb, event as Input) as Event;
}
