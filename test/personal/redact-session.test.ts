import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Event,
  type Input,
  type KnowledgeBase,
  parseSession,
  personalWords,
  redactSession,
  redactText,
  type Session,
  situation,
  start,
  step,
} from '../../src/index.js';
import { loadShipped } from '../knowledge-base/load-shipped.js';
import { dice, playRandom, wanderingInput } from '../session/random-calls.js';
import { personalKnowledgeBase, textsOf } from './personal-knowledge-base.js';

let kb: KnowledgeBase;
let shipped: KnowledgeBase;
let session: Session;

/** What is known of the caller. */
const placed = { caller: '', contact: '', account: '', device: '' };
const inputs: readonly Input[] = [
  { caller: 'Ms Anna-Lena Miller' },
  { contact: '+49 170 1234567' },
  { account: 'amiller7' },
  { device: 'LAPTOP-0017' },
  { note: 'Anna signs in as a.miller on laptop-0017, and Mrs MILLER sits beside Annabel.' },
  { answer: 'a.miller' },
  { answer: 471123 },
  { note: 'badge 471123, age 41, born 1956-03-12, call 0170 1234567' },
  { answer: 'yes' },
  { tell: { age: 41, born: '1956-03-12', os: 'windows' } },
  { said: 'anna lena miller here', offered: ['who'], missed: ['lena', 'here'] },
  { answer: 'a.miller is not known, says amiller7' },
  { revise: { node: 'name', answer: 'anna.miller' } },
  { promised: 'to call Anna back on 555-010-9999' },
];

beforeAll(async () => {
  kb = await personalKnowledgeBase();
  ({ knowledgeBase: shipped } = await loadShipped());
  session = start(kb, { tree: 'who', words: 'Miller here, i cannot sign in', caller: 'Miller', agent: 'Maria' });
  for (const input of inputs) {
    const stepped = await step(kb, session, input);
    expect([input, stepped.refused]).toEqual([input, undefined]);
    session = stepped.session;
  }
});

test('a call is handed on without what tells who was calling', () => {
  const redacted = redactSession(kb, session);
  expect(redacted).toMatchObject({ words: '[caller] here, i cannot sign in', caller: '[caller]', agent: 'Maria' });
  expect(redacted.events).toEqual([
    { caller: '[caller]' },
    { contact: '[contact]' },
    { account: '[account]' },
    { device: '[device]' },
    { note: '[caller] signs in as [sign-in.name] on [device], and Mrs [caller] sits beside Annabel.' },
    { answer: '[sign-in.name]', question: 'fact:sign-in.name#1' },
    { unsure: 'declined', question: 'fact:badge#1' },
    { note: 'badge [badge], age 41, born [born], call [phone number]' },
    { unsure: 'declined', question: 'fact:hears#1' },
    { tell: { os: 'windows' }, source: 'caller' },
    { said: '[caller] [caller] [caller] here', offered: ['who'], missed: ['[caller]', 'here'] },
    { answer: '[sign-in.name] is not known, says [account]', question: 'fact:trouble#1' },
    { revise: 5, to: { answer: '[sign-in.name]', question: 'fact:sign-in.name#1' } },
    { promised: 'to call [caller] back on [phone number]' },
  ]);
});

test('a redacted call can be read, stands where it stood, and redacts to itself', async () => {
  const redacted = redactSession(kb, session);
  expect(parseSession(JSON.stringify(redacted))).toEqual({ session: redacted });
  expect(redactSession(kb, redacted)).toEqual(redacted);
  const [now, before] = [await situation(kb, redacted), await situation(kb, session)];
  expect([now.type, now.node]).toEqual([before.type, before.node]);
});

test('of any call the words that tell who was calling are gone, and nothing else is lost', async () => {
  const told: readonly Event[] = [
    { caller: 'Mrs Smith' },
    { contact: 'extension 17' },
    { account: 'smith-17' },
    { device: 'LAPTOP-0017' },
    { note: 'mrs smith (smith-17) called from LAPTOP-0017, extension 17' },
    { skip: 'SMITH has no time', question: 'fact:os#1' },
    { said: 'this is Smith', offered: [], missed: ['smith'] },
  ];
  await fc.assert(
    fc.asyncProperty(dice, async (call) => {
      const { session: played } = await playRandom(shipped, call, wanderingInput);
      const full: Session = { ...played, events: [...played.events, ...told] };
      const redacted = redactSession(shipped, full);
      const words = [...personalWords(shipped, full).keys()];
      expect(words).toEqual(expect.arrayContaining(['Mrs Smith', 'Smith', 'extension 17', 'smith-17', 'LAPTOP-0017']));
      const texts = textsOf(redacted).join('\n').toLowerCase();
      for (const word of words) expect(texts).not.toContain(word.toLowerCase());
      expect(redacted.events.map((event) => Object.keys(event))).toEqual(
        full.events.map((event) => Object.keys(event)),
      );
      expect(parseSession(JSON.stringify(redacted))).toEqual({ session: redacted });
      // A call that tells nothing about the caller is handed on as it is.
      const silent = {
        ...played,
        events: played.events.filter((event) => !Object.keys(placed).some((key) => key in event)),
      };
      expect(redactSession(shipped, silent)).toEqual(silent);
    }),
    { numRuns: 30 },
  );
}, 60_000);

test.each<[string, Record<string, string>, string]>([
  ['Anna, ANNA and anna; Annabel, Johanna', { Anna: '[caller]' }, '[caller], [caller] and [caller]; Annabel, Johanna'],
  ["Anna's printer", { Anna: '[caller]' }, "[caller]'s printer"],
  ['Anna  Miller or Anna', { 'Anna Miller': '[caller]', Anna: '[first]' }, '[caller] or [first]'],
  ['call +49 170 (1234) now', { '+49 170 (1234)': '[contact]' }, 'call [contact] now'],
  ['the card [card number] of Card', { card: '[caller]' }, 'the [caller] [card number] of [caller]'],
  ['[caller] called', { caller: '[caller]', called: '[x]' }, '[caller] [x]'],
  ['Jose\u0301 and JOSÉ', { José: '[caller]' }, '[caller] and [caller]'],
  ['Straße 5', { Straße: '[place]' }, '[place] 5'],
  ['nothing', {}, 'nothing'],
  ['nothing', { '  ': '[x]' }, 'nothing'],
  ['.* stays', { '.*': '[x]' }, '[x] stays'],
])('%s with %j', (text, words, wanted) => {
  expect(redactText(text, new Map(Object.entries(words)))).toBe(wanted);
  expect(redactText(wanted, new Map(Object.entries(words)))).toBe(wanted);
});

test('titles, small parts of a name, choices and short numbers are no words to look for', () => {
  const told: Session = {
    ...session,
    caller: 'Dr. Jo von Berg',
    events: [{ tell: { hears: 'yes', age: 41, badge: 4711 }, source: 'caller' }],
  };
  expect([...personalWords(kb, told)]).toEqual([
    ['4711', '[badge]'],
    ['Dr. Jo von Berg', '[caller]'],
    ['Berg', '[caller]'],
  ]);
});
