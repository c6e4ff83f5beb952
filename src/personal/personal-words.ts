import type { KnowledgeBase } from '../knowledge/index.js';
import type { Event, Session } from '../session/index.js';
import { askedFacts } from './asked-facts.js';

/** What stands in the place of each thing that is known of the caller. */
export const placeOf = { caller: '[caller]', contact: '[contact]', account: '[account]', device: '[device]' } as const;

/** What says how somebody is addressed, or belongs to many names. */
const titles: ReadonlySet<string> = new Set(
  [
    'mr mrs ms miss mister mx sir madam lady lord dr doctor prof professor jun junior sen senior phd',
    'herr frau fräulein dipl ing med rer nat mme mlle monsieur madame señor señora señorita sra don doña',
    'von van vom zum zur der den dem del della dos das the and und',
  ].flatMap((line) => line.split(' ')),
);

/**
 * The words of a call that tell who is calling, each with what is put in its place: the names of the caller and the parts of
 * them that have three letters, contacts, accounts, devices, and the values of personal facts. Values that are choices, and
 * numbers of fewer than four digits, are none: they would be found in every other sentence.
 */
export function personalWords(kb: KnowledgeBase, session: Session): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  const add = (word: unknown, place: string): void => {
    if (typeof word !== 'string' && typeof word !== 'number') return;
    const text = String(word).trim();
    const least = typeof word === 'number' ? 4 : 2;
    if (text.length >= least && !words.has(text)) words.set(text, place);
  };
  const events = session.events.map((event): Event => ('revise' in event ? event.to : event));
  const names = [session.caller, ...events.map((event) => ('caller' in event ? event.caller : undefined))];
  for (const event of events) {
    for (const key of ['contact', 'account', 'device'] as const) {
      if (key in event) add((event as Readonly<Record<string, unknown>>)[key], placeOf[key]);
    }
    for (const { fact, value } of personalValues(kb, event)) add(value, `[${fact}]`);
  }
  for (const name of names) add(name, placeOf.caller);
  for (const name of names) for (const part of partsOf(name ?? '')) add(part, placeOf.caller);
  return words;
}

function personalValues(
  kb: KnowledgeBase,
  event: Event,
): readonly { readonly fact: string; readonly value: unknown }[] {
  if ('tell' in event) {
    return Object.entries(event.tell).flatMap(([name, value]) => spoken(kb, name, value));
  }
  if (!('answer' in event)) return [];
  return askedFacts(kb, event.question).flatMap(({ name }) => spoken(kb, name, event.answer));
}

function spoken(
  kb: KnowledgeBase,
  name: string,
  value: unknown,
): readonly { readonly fact: string; readonly value: unknown }[] {
  const fact = kb.facts.get(name);
  return fact?.personal === true && fact.choices.length === 0 ? [{ fact: name, value }] : [];
}

function partsOf(name: string): readonly string[] {
  return name
    .split(/[\s,;.()/-]+/)
    .filter((part) => /^\p{L}[\p{L}\p{M}'’]{2,}$/u.test(part) && !titles.has(part.toLowerCase()));
}
