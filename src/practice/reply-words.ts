import type { Answer, KnowledgeBase } from '../knowledge/index.js';
import { type Asking, labelOf } from '../session/index.js';
import { chance, pick } from './chance.js';
import type { Manner } from './manner.js';
import type { CallerReply } from './scenario.js';

const unsureWords: Readonly<Record<string, string>> = {
  'dont-know': "I don't know",
  'cant-check': "I can't see that from here",
  'not-applicable': 'That does not apply to me',
  declined: 'I would rather not say',
};

const persons: readonly (readonly [RegExp, string])[] = [
  [/\bthe caller's own\b/gi, 'mine'],
  [/\bis not the caller's\b/gi, 'is not mine'],
  [/\bthe caller's\b/gi, 'my'],
  [/\bthe caller has\b/gi, 'I have'],
  [/\bthe caller is\b/gi, 'I am'],
  [/\bthe caller types\b/gi, 'I type'],
  [/\bthe caller agrees\b/gi, 'I agree'],
  [/\b(tells?|wants?|asks?) the caller\b/gi, '$1 me'],
  [/\bthe caller\b/gi, 'I'],
];

/** A label, which is written about the caller, as the caller would say it. */
export function inFirstPerson(label: string): string {
  return persons.reduce((text, [pattern, words]) => text.replace(pattern, words), label);
}

/** A reply as it is labelled, in the first person, without a full stop. */
export function replyWords({ answers, unit, expects }: Asking, reply: CallerReply): string {
  if ('unsure' in reply) return unsureWords[reply.unsure] ?? "I don't know";
  if (typeof reply.answer === 'object' && reply.answer.length === 0) return 'Nothing of that';
  const label = labelOf(answers, reply.answer);
  if (expects === 'date') return spokenDate(label);
  return inFirstPerson(expects === 'number' && unit !== undefined ? `${label} ${unit}` : label);
}

const months = 'January February March April May June July August September October November December'.split(' ');

/** A date as one says it; anything else stays as it is. */
function spokenDate(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  return year === undefined ? date : `${Number(day)} ${months[Number(month) - 1]} ${year}`;
}

/** A reply in the words of callers, where the author has written some: a plain caller mostly keeps to the label. */
export function spokenWords(kb: KnowledgeBase, now: Asking, reply: CallerReply, manner: Manner, seed: number): string {
  // What stands in brackets is for the eye.
  const label = replyWords(now, reply).replace(/ \([^)]*\)$/, '');
  const answer = 'answer' in reply ? now.answers.find(({ id }) => id === reply.answer) : undefined;
  if (answer === undefined) return label;
  const lists = listsMore(answer);
  const phrases = answer.hear.length > 0 ? answer.hear : lists ? phrasesFor(kb, now.fact, answer.id) : [];
  if (phrases.length === 0) return label;
  const own = chance(seed, `own words ${now.question}`) < (manner === 'plain' ? 0.25 : 0.75);
  return own || lists ? inOwnWords(answer.id, label, pick(seed, `hear ${now.question}`, phrases)) : label;
}

/** "At home or at work" is good to choose by, but nobody says so. */
function listsMore({ id, label }: Answer): boolean {
  return id !== 'yes' && id !== 'no' && /,| or /.test(label);
}

/** What callers say that tells this value of a fact. */
function phrasesFor(kb: KnowledgeBase, fact: string | undefined, value: string): readonly string[] {
  const { hear = [] } = kb.facts.get(fact ?? '') ?? {};
  return hear.flatMap((each) => (each.value === value ? [each.phrase] : []));
}

function inOwnWords(id: string, label: string, phrase: string): string {
  if (id !== 'yes' && id !== 'no') return phrase.split(' ').length > 2 ? phrase : `I would say: ${phrase}`;
  // "Yes, it is on" says enough by itself.
  return /^(?:yes|no)[.]?$/i.test(label) ? `${label.replace(/[.]$/, '')}. I mean: ${phrase}` : label;
}
