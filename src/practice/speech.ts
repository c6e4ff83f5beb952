import { valueInWords } from '../instructions/index.js';
import type { KnowledgeBase } from '../knowledge/index.js';
import type { FactValue } from '../rules/index.js';
import { chance, pick, shuffled } from './chance.js';
import type { Manner } from './manner.js';
import { inFirstPerson } from './reply-words.js';

// Every sentence of a caller who is played that is not the knowledge base's own. Plain words, as people say them.

const waiting = [
  'This takes very long.',
  'I have been on this for half an hour now.',
  'How many more questions are there?',
  'I have to leave in ten minutes.',
  'Can we be quick, please?',
  'I have told all this to somebody else already.',
  'I do have other things to do today.',
];
const before = [
  'Well, where do I begin.',
  'My daughter usually does these things for me.',
  'Yesterday everything was still fine, I even wrote to my sister.',
  'You will laugh, I was just about to make coffee.',
  'It is always the same with these things.',
  'My neighbour had the same in spring.',
  'I said to my husband, now it is broken for good.',
  'Let me put on my glasses first.',
];
const after = [
  'At least that is how it looks to me.',
  'I have never had that before.',
  'My old one never did that.',
  'And all that on a day like this.',
  'But you know that better than I do.',
  'The man in the shop never told me about that.',
  'I hope it is nothing expensive.',
];
const relieved = ['Ah, now I see what you mean.', 'Oh, that.', 'Now I understand.', 'Ah, thank you.'];
const puzzled = [
  "Sorry, I don't understand. What do you mean?",
  'Sorry, what is it that I have to look at?',
  'I am not good with these things. What does that mean?',
  'Could you say that in another way, please?',
];
const done = ['Done.', 'Yes, I have done that.', 'All right, that is done.', 'Okay, I did it.'];
const seen = ['Done. Yes, I see it.', 'Yes, that is what it shows.', 'Done, and it is as you say.'];
const heard = ['All right.', 'I see.', 'Okay, go on.', 'That makes sense.'];
const thanks = ['Thank you, goodbye.', 'Thanks for your help.', 'Good, thank you.'];

/**
 * The words round a reply, in a manner.
 * @param turn how many replies there were before, so that no sentence comes twice in a row
 * @param explained whether the question had to be explained first
 */
export function replySentence(manner: Manner, seed: number, turn: number, reply: string, explained: boolean): string {
  const plain = sentence(reply);
  const next = (key: string, list: readonly string[]): string => shuffled(seed, key, list)[turn % list.length] ?? '';
  switch (manner) {
    case 'confused':
      return explained ? `${next('relieved', relieved)} ${plain}` : plain;
    case 'impatient':
      return chance(seed, `waiting ${turn}`) < 0.5 ? `${plain} ${next('waiting', waiting)}` : plain;
    case 'talkative':
      return `${next('before', before)} ${plain} ${next('after', after)}`;
    default:
      return plain;
  }
}

/** How the caller asks back: about a word of the glossary that was said, or about all of it; not twice in the same words. */
export function askingBack(
  kb: KnowledgeBase,
  seed: number,
  read: string,
  earlier: readonly { readonly text: string }[],
): string {
  const term = [...kb.glossary.keys()].find((each) => new RegExp(`\\b${escaped(each)}\\b`, 'i').test(read));
  const all = [
    ...(term === undefined ? [] : [`Sorry, what does "${term}" mean?`]),
    ...shuffled(seed, 'puzzled', puzzled),
  ];
  return all.find((text) => !earlier.some((each) => each.text === text)) ?? pick(seed, read, puzzled);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Facts that nobody has asked for, in a sentence each. */
export function toldBeside(kb: KnowledgeBase, seed: number, facts: Iterable<readonly [string, FactValue]>): string {
  const beginnings = shuffled(seed, 'beside', ['Before you ask', 'By the way', 'In case you need it']);
  return [...facts].map((fact, at) => `${beginnings[at % beginnings.length]}, ${factSentence(kb, ...fact)}`).join(' ');
}

function factSentence(kb: KnowledgeBase, name: string, value: FactValue): string {
  const fact = kb.facts.get(name);
  if (fact === undefined) return `${name}: ${String(value)}.`;
  const title = inFirstPerson(withoutCapital(fact.title));
  const words = sentence(inFirstPerson(valueInWords(fact, value)));
  return fact.type === 'yes-no' ? `${title}? ${words}` : `${title}: ${words}`;
}

/** An earlier reply taken back: what had been read aloud, what was replied, and what is right. */
export function correctionSentence(seed: number, read: string, wrong: string, right: string): string {
  const beginning = pick(seed, 'correction', [
    'Oh, sorry, I told you something wrong.',
    'Wait, I have looked again.',
    'Sorry, I was mistaken before.',
  ]);
  return `${beginning} You asked: "${questionIn(read)}" I said: "${wrong}". The right answer is: ${sentence(right)}`;
}

/** The first question in what was read aloud; all of it where there is none. */
function questionIn(read: string): string {
  return /[^.!?]*\?/.exec(read)?.[0].trim() ?? read;
}

/** What is said again because it was asked again. */
export function saidAgain(reply: string): string {
  return `As I said: ${sentence(reply)}`;
}

/** The fix that is about to be read has been tried before. */
export function triedSentence(seed: number): string {
  return pick(seed, 'tried', [
    'I have tried that already, twice, and it did not help.',
    'That is the first thing I did before I called. It changed nothing.',
    'Not that again. I did that this morning, and it is as before.',
  ]);
}

/** An explanation was heard, a step was done, or one was done and something was to be noticed. */
export function following(seed: number, key: string, what: 'explained' | 'done' | 'seen'): string {
  return pick(seed, `following ${key}`, { explained: heard, done, seen: [...done, ...seen] }[what]);
}

/** The last words, with what the desk will ask for and the caller knows. */
export function goodbye(kb: KnowledgeBase, seed: number, collected: Iterable<readonly [string, FactValue]>): string {
  const facts = [...collected].map((fact) => sentence(factSentence(kb, ...fact)));
  const end = pick(seed, 'goodbye', thanks);
  return facts.length === 0 ? end : `If your colleagues need it: ${facts.join(' ')} ${end}`;
}

/** A text as a sentence of its own: callers' words are often written small and without a stop. */
export function sentence(text: string): string {
  // macOS and iPhone stay as they are.
  const first = /^[a-z]+[A-Z]/.test(text) ? text : `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
  const whole = first.replace(/\bi\b(?=[ ']|$)/g, 'I');
  if (/[.!?"]$/.test(whole)) return whole;
  return /^(?:How|What|Why|Where|Can|Do|Does|Is|Are) /.test(whole) ? `${whole}?` : `${whole}.`;
}

function withoutCapital(text: string): string {
  return /^[A-Z][a-z]+\b/.test(text) && !/^(?:Windows|Wi-Fi)/.test(text)
    ? `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`
    : text;
}
