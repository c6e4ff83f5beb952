import type { Input, KnowledgeBase, Situation } from '../../src/index.js';
import { choose, chooseByWeight } from './choose.js';

type Kind = 'said' | 'confused' | 'note' | 'back' | 'later' | 'skip' | 'tried' | 'flag' | 'tell';

const kinds: readonly (readonly [Kind, number])[] = [
  ['said', 30],
  ['confused', 22],
  ['note', 14],
  ['back', 9],
  ['later', 6],
  ['skip', 6],
  ['tried', 6],
  ['flag', 3],
  ['tell', 4],
];

const sayings = [
  'it does that thing again with the little wheel',
  'there is a yellow triangle on it',
  'my colleague has the same since the update',
  'it beeps twice and goes dark',
  'the screen says something about a certificate',
  'no idea, it is in a foreign language',
] as const;

/** What happens in a call beside the replies: something said, misunderstood, noted, taken back, put off, skipped or known. */
export async function interjection(kb: KnowledgeBase, now: Situation, next: () => number): Promise<Input> {
  switch (chooseByWeight(kinds, next)) {
    case 'said':
      return said(now, next);
    case 'confused':
      return { confused: true };
    case 'back':
      return { back: true };
    case 'later':
      return { later: 'somebody else has to look' };
    case 'skip':
      return { skip: choose(['no time', 'the caller cannot reach it', 'it was done yesterday'], next) };
    case 'tried':
      return { tried: 'step' };
    case 'flag':
      return { flag: 'the words do not fit what is seen' };
    case 'tell': {
      const fact = choose(
        [...kb.facts.values()].filter(({ choices, type }) => type === 'choice' && choices.length > 0),
        next,
      );
      return { tell: { [fact.name]: choose(fact.choices, next).id } };
    }
    default:
      return { note: choose(['is in a hurry', 'sounds annoyed', 'has a second machine', 'works from home'], next) };
  }
}

function said(now: Situation, next: () => number): Input {
  const words = choose(sayings, next);
  const missed = words.split(' ').filter((word) => word.length > 6);
  if (now.type !== 'asking' || now.answers.length === 0) return { said: words, offered: [], missed };
  const offered = next() < 0.7 ? now.answers.slice(0, 2).map(({ id }) => id) : [];
  const chose = offered[0] !== undefined && next() < 0.8 ? { chose: offered[0] } : {};
  return { said: words, offered, missed, question: now.question, ...chose };
}
