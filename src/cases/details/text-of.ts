import type { KnowledgeBase } from '../../knowledge/index.js';
import { callerKnown, type Event, type Session, type Situation } from '../../session/index.js';

/** More characters than this are not looked through in a case. */
const longest = 20_000;

/** Everything in a case that somebody could remember it by, in small letters: what was said and noted, who, and about what. */
export function textOf(kb: KnowledgeBase, session: Session, now?: Situation): string {
  const { name, contact, account, device } = callerKnown(session);
  const titles = (now?.problems ?? []).flatMap(({ tree }) => kb.trees.get(tree)?.title ?? []);
  const faults = [...(now?.faults ?? [])].flatMap(([address]) => {
    const [tree = '', fault = ''] = address.split('/');
    return kb.trees.get(tree)?.faults.get(fault)?.name ?? [];
  });
  const facts = [...(now?.facts ?? [])].map(([, { value }]) =>
    Array.isArray(value) ? value.join(' ') : String(value),
  );
  const texts = [
    name,
    contact,
    account,
    device,
    session.words,
    ...session.events.flatMap(wordsOf),
    ...titles,
    ...faults,
    ...facts,
  ];
  return texts
    .flatMap((text) => text ?? [])
    .join('\n')
    .toLowerCase()
    .slice(0, longest);
}

function wordsOf(event: Event): readonly string[] {
  const keys = ['note', 'said', 'flag', 'parked', 'skip', 'later', 'why', 'words', 'promised', 'abandoned'] as const;
  const of = (value: object): readonly string[] =>
    keys.flatMap((key) => {
      const text = (value as Readonly<Record<string, unknown>>)[key];
      return typeof text === 'string' ? [text] : [];
    });
  return 'revise' in event ? of(event.to) : of(event);
}
