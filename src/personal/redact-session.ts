import type { KnowledgeBase } from '../knowledge/index.js';
import type { Act, Event, Session } from '../session/index.js';
import { askedFacts } from './asked-facts.js';
import { maskSession } from './mask-session.js';
import { personalWords, placeOf } from './personal-words.js';
import { redactText } from './redact-text.js';

type Fields = Readonly<Record<string, unknown>>;

/** The keys of an event whose value is a text that somebody typed. */
const texts = ['said', 'note', 'flag', 'parked', 'skip', 'later', 'why', 'words', 'promised', 'abandoned'];

/**
 * A session to be handed on, without what tells who was calling. The caller's name, contact, account and device become
 * "[caller]", "[contact]", "[account]" and "[device]", and so do their words in every free text; free texts are masked as
 * well. The value of a fact that is declared personal becomes the name of the fact in brackets, where it is a text. A choice,
 * a number or a day cannot become one, and any other would be untrue: such an answer becomes one that was declined, and such
 * a fact is left out of what was told. Otherwise the events keep their number, order and kind, and `parseSession` takes the
 * result. Names of agents stay. Redacting twice is the same as redacting once.
 */
export function redactSession(kb: KnowledgeBase, session: Session): Session {
  const words = personalWords(kb, session);
  const redacted: Session = {
    ...session,
    ...(session.words === undefined ? {} : { words: redactText(session.words, words) }),
    ...(session.caller === undefined ? {} : { caller: placeOf.caller }),
    events: session.events.map((event) => redactEvent(kb, event, words)),
  };
  return maskSession(kb, redacted);
}

function redactEvent(kb: KnowledgeBase, event: Event, words: ReadonlyMap<string, string>): Event {
  if ('revise' in event) return { ...event, to: redactEvent(kb, event.to, words) as Act };
  const given = event as unknown as Fields;
  const redacted: Record<string, unknown> = { ...given };
  const hide = (value: unknown): unknown => (typeof value === 'string' ? redactText(value, words) : value);
  for (const [key, place] of Object.entries(placeOf)) if (Object.hasOwn(given, key)) redacted[key] = place;
  for (const key of texts) if (Object.hasOwn(given, key)) redacted[key] = hide(given[key]);
  if ('said' in event) redacted.missed = event.missed.map(hide);
  if ('tell' in event) redacted.tell = told(kb, event.tell, hide);
  if ('answer' in event) {
    const facts = askedFacts(kb, event.question);
    const personal = facts.find((fact) => fact.personal);
    if (personal === undefined)
      redacted.answer = facts.some(({ type }) => type === 'text') ? hide(event.answer) : event.answer;
    else if (personal.type === 'text') redacted.answer = `[${personal.name}]`;
    else {
      delete redacted.answer;
      redacted.unsure = 'declined';
    }
  }
  return redacted as unknown as Event;
}

/** What was told, without personal values. */
function told(kb: KnowledgeBase, facts: Fields, hide: (value: unknown) => unknown): Fields {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]): [string, unknown][] => {
      const fact = kb.facts.get(name);
      // A fact that this knowledge base does not know can have been a personal one.
      if (fact === undefined) return typeof value === 'string' ? [[name, `[${name}]`]] : [];
      if (!fact.personal) return [[name, fact.type === 'text' ? hide(value) : value]];
      return fact.type === 'text' ? [[name, `[${name}]`]] : [];
    }),
  );
}
