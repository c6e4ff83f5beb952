import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Event,
  type Input,
  type KnowledgeBase,
  maskInput,
  maskSession,
  maskText,
  type Session,
  situation,
  start,
  step,
} from '../../src/index.js';
import { loadShipped } from '../knowledge-base/load-shipped.js';
import { dice, one, playRandom, wanderingInput } from '../session/random-calls.js';
import { personalKnowledgeBase, textsOf } from './personal-knowledge-base.js';

let kb: KnowledgeBase;
let shipped: KnowledgeBase;

beforeAll(async () => {
  kb = await personalKnowledgeBase();
  ({ knowledgeBase: shipped } = await loadShipped());
});

const secret = 'my password is Summer2024! and my card 4111 1111 1111 1111';
const hidden = 'my password is [password] and my card [card number]';

test.each<[Input, Input]>([
  [
    { note: secret, agent: 'Maria' },
    { note: hidden, agent: 'Maria' },
  ],
  [{ flag: secret }, { flag: hidden }],
  [
    { parked: secret, callBack: '2026-11-30T14:00:00Z' },
    { parked: hidden, callBack: '2026-11-30T14:00:00Z' },
  ],
  [{ skip: secret }, { skip: hidden }],
  [{ later: secret }, { later: hidden }],
  [
    { jump: 'who/name', why: secret },
    { jump: 'who/name', why: hidden },
  ],
  [
    { refer: 'second-line', why: secret },
    { refer: 'second-line', why: hidden },
  ],
  [
    { problem: 'who', words: secret },
    { problem: 'who', words: hidden },
  ],
  [{ promised: secret }, { promised: hidden }],
  [{ abandoned: secret }, { abandoned: hidden }],
  [
    { said: secret, offered: ['who', secret], missed: ['summer', '2024', 'card'], chose: secret },
    { said: hidden, offered: ['who', hidden], missed: ['card'], chose: hidden },
  ],
  [{ tell: { trouble: secret, os: 'windows', age: 41 } }, { tell: { trouble: hidden, os: 'windows', age: 41 } }],
  [
    { answer: secret, question: 'who/trouble#1' },
    { answer: hidden, question: 'who/trouble#1' },
  ],
  [
    { answer: secret, question: 'fact:trouble#1' },
    { answer: hidden, question: 'fact:trouble#1' },
  ],
  [
    { answer: secret, question: 'tell:trouble' },
    { answer: hidden, question: 'tell:trouble' },
  ],
  [{ answer: secret }, { answer: hidden }],
  [{ revise: { node: 'trouble', answer: secret } }, { revise: { node: 'trouble', answer: hidden } }],
  [{ revise: { node: 'who/trouble', answer: secret } }, { revise: { node: 'who/trouble', answer: hidden } }],
])('%j is masked', (input, masked) => {
  expect(maskInput(kb, input)).toEqual(masked);
  expect(maskInput(kb, masked)).toEqual(masked);
});

test.each<Input>([
  { caller: 'Anna Miller' },
  { contact: 'anna@example.com' },
  { account: '4111 1111 1111 1111' },
  { device: '+49 170 1234567' },
  { resumed: 'Maria' },
  { satisfaction: 4 },
  { back: true },
  { done: true },
  { unsure: 'declined' },
  { tried: 'who/name' },
  { channel: 'email' },
  { tell: { 'sign-in.name': 'anna@example.com', badge: 1234 } },
  { answer: 'anna@example.com', question: 'who/name#1' },
  { answer: 'anna@example.com', question: 'fact:sign-in.name#2' },
  { revise: { node: 'sign-in.name', answer: 'anna@example.com' } },
  { revise: { node: 'name', answer: 'anna@example.com' } },
  { revise: { node: 'who/name', unsure: 'declined' } },
])('%j stays', (input) => {
  expect(maskInput(kb, input)).toEqual(input);
});

test('an answer that does not name its question belongs to the open one', () => {
  const input = { answer: 'anna@example.com' };
  expect(maskInput(kb, input, 'who/name#1')).toEqual(input);
  expect(maskInput(kb, input, 'who/trouble#1')).toEqual({ answer: '[e-mail address]' });
});

test.each([
  null,
  7,
  'note',
  [],
  { note: 7 },
  { said: 7, missed: 'x' },
  { tell: 'x' },
  { revise: 'x' },
  { revise: null },
])('what is no input stays as it is: %j', (input) => {
  expect(maskInput(kb, input as unknown as Input)).toEqual(input);
});

/** Puts a text into everything of an input, or of an event, that is a free text. */
function planted<Of extends Input | Event>(given: Of, text: string): Of {
  const keys = ['said', 'note', 'flag', 'parked', 'skip', 'later', 'why', 'words', 'promised', 'abandoned'];
  const fields = Object.entries(given).map(([key, value]): [string, unknown] => {
    if (key === 'to') return [key, planted(value as Event, text)];
    return [key, keys.includes(key) ? `${value} ${text}` : value];
  });
  return Object.fromEntries(fields) as Of;
}

const secrets = [
  '4111 1111 1111 1111',
  'anna@example.com',
  '+49 170 1234567',
  'my PIN is 4471',
  'password: Summer2024!',
];
const bare = ['4111', 'anna@', '1234567', '4471', 'Summer2024'];

/** One of each event that holds a free text, so that every call has them. */
const free: readonly Event[] = [
  { note: 'a' },
  { flag: 'a', question: 'fact:os#1' },
  { parked: 'a' },
  { promised: 'a' },
  { abandoned: 'a' },
  { skip: 'a', question: 'fact:os#1' },
  { later: 'a', question: 'fact:os#1' },
  { jump: 'printer-offline/power', why: 'a', question: 'fact:os#1' },
  { refer: 'second-line', why: 'a', question: 'fact:os#1' },
  { problem: 'wifi', words: 'a', question: 'fact:os#1' },
  { said: 'a', offered: [], missed: ['a'] },
  { revise: 0, to: { skip: 'a', question: 'fact:os#1' } },
];

test('a session with nothing to mask stays equal, and one in which secrets were planted has none left', async () => {
  await fc.assert(
    fc.asyncProperty(dice, fc.constantFrom(...secrets), async (call, text) => {
      const { session: played } = await playRandom(shipped, call, wanderingInput);
      const session = { ...played, events: [...played.events, ...free] };
      expect(maskSession(shipped, session)).toEqual(session);
      const events = session.events.map((event) => planted(event, text));
      const full: Session = { ...session, words: `it is broken, ${text}`, events };
      const masked = maskSession(shipped, full);
      expect(textsOf(full).filter((each) => each.includes(text)).length).toBeGreaterThanOrEqual(free.length + 1);
      for (const each of textsOf(masked)) for (const part of bare) expect(each).not.toContain(part);
      expect(masked.events.map(Object.keys)).toEqual(full.events.map(Object.keys));
      expect(maskSession(shipped, masked)).toEqual(masked);
    }),
    { numRuns: 30 },
  );
}, 60_000);

test('a call that is taken with masked inputs keeps no secret, and goes where the call without secrets goes', async () => {
  await fc.assert(
    fc.asyncProperty(dice, fc.constantFrom(...secrets), async ({ tree, throws }, text) => {
      let plain = start(shipped, { tree: one([...shipped.trees.keys()], tree) });
      let session = plain;
      for (const [kind, at] of throws) {
        const now = await situation(shipped, session);
        const input = await wanderingInput(shipped, session, now, kind, at);
        const open = now.type === 'asking' ? now.question : undefined;
        session = (await step(shipped, session, maskInput(shipped, planted(input, text), open))).session;
        plain = (await step(shipped, plain, input)).session;
      }
      for (const each of textsOf(session)) for (const part of bare) expect(each).not.toContain(part);
      expect(session.events.length).toBe(plain.events.length);
      const [here, there] = [await situation(shipped, session), await situation(shipped, plain)];
      expect([here.type, here.tree, here.node]).toEqual([there.type, there.tree, there.node]);
    }),
    { numRuns: 15 },
  );
}, 60_000);

test('what a change put in the place of an answer is masked too', () => {
  const session: Session = {
    format: 1,
    tree: 'who',
    knowledge: kb.hash,
    events: [
      { answer: 'nothing', question: 'who/trouble#1' },
      { revise: 0, to: { answer: secret, question: 'who/trouble#1' } },
      { tell: { 'sign-in.name': 'anna@example.com', trouble: secret }, source: 'caller' },
    ],
  };
  const { events } = maskSession(kb, session);
  expect(events[1]).toEqual({ revise: 0, to: { answer: hidden, question: 'who/trouble#1' } });
  expect(events[2]).toEqual({ tell: { 'sign-in.name': 'anna@example.com', trouble: hidden }, source: 'caller' });
});

test('where a masked thing stood is told for the text as it was', () => {
  const text = 'card 4111 1111 1111 1111, PIN 0000';
  expect(maskText(text).masked.map(({ kind, start: from, end }) => [kind, text.slice(from, end)])).toEqual([
    ['card', '4111 1111 1111 1111'],
    ['password', '0000'],
  ]);
});
