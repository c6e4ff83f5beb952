import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  type Input,
  type KnowledgeBase,
  parseSession,
  preview,
  reopen,
  situation,
  start,
  step,
  trail,
} from '../../src/index.js';
import { brief, play, playOn } from './play.js';
import { small } from './small-knowledge-base.js';

const tree = `
start: power
nodes:
  power: { ask: Power?, answers: { "on": link, "off": done }, unsure: { go: done } }
  link: { ask: Link?, fact: link, answers: { usb: steps, wifi: done }, unsure: { go: done } }
  steps: { do: [{ say: Push the plug. }, { say: Wait. }], then: done }
  done: { close: unresolved }`;

let kb: KnowledgeBase;
beforeAll(async () => {
  kb = await small({ main: tree });
});

const at = '2026-11-01T10:00:00.000Z';
const said = {
  said: 'the green one, I think',
  offered: ['on', 'off'],
  chose: 'on',
  missed: ['green'],
  question: 'main/power#1',
};

describe('what the caller said', () => {
  test('is kept with everything about it and the time, and changes nothing', async () => {
    const before = await play(kb, 'main');
    const { session, situation: now, refused } = await step(kb, before.session, said, at);
    expect(refused).toBeUndefined();
    expect(session.events).toEqual([{ ...said, at }]);
    expect(now).toEqual(before.now);
    expect(await trail(kb, session)).toEqual(await trail(kb, before.session));
  });

  test.each<[what: string, input: Input]>([
    ['without what was chosen', { said: 'hm', offered: [], missed: [] }],
    ['with a question that is open', { said: 'hm', offered: [], missed: [], question: 'main/power#1' }],
    ['in any signs', { said: 'a\u001B[2J\u202E\n😀', offered: ['x'], missed: ['\u0000'] }],
    ['of ten thousand characters', { said: 'x'.repeat(10_000), offered: [], missed: [] }],
  ])('is kept %s', async (_, input) => {
    const { session, now } = await play(kb, 'main', input);
    expect([session.events, brief(now)]).toEqual([[input], 'asking power']);
  });

  test('is no answer: the question stays open until there is one', async () => {
    const { session } = await play(kb, 'main', said, said);
    const { now } = await playOn(kb, session, { answer: 'on' });
    expect([brief(now), [...now.facts]]).toEqual(['asking link', []]);
  });

  test('going back passes over it, and takes back the act before it', async () => {
    const { session } = await play(kb, 'main', { answer: 'on' }, { said: 'hm', offered: [], missed: [] });
    const { session: after, now } = await playOn(kb, session, { back: true });
    expect(brief(now)).toBe('asking power');
    expect(after.events).toHaveLength(3);
    expect((await step(kb, after, { back: true })).refused).toBe('There is nothing to go back to.');
  });

  test('there is nothing to go back to when nothing else has happened', async () => {
    const { session } = await play(kb, 'main', said);
    expect((await step(kb, session, { back: true })).refused).toBe('There is nothing to go back to.');
  });

  test('an answer before and after it can be changed, and both keep their place', async () => {
    const { session } = await play(
      kb,
      'main',
      said,
      { answer: 'on' },
      { said: 'hm', offered: [], missed: [] },
      { answer: 'usb' },
    );
    const seen = await preview(kb, session, { node: 'power', answer: 'off' });
    expect(seen).toMatchObject({ kept: [], dropped: [{ event: 3, reply: 'usb' }] });
    const { now, session: changed } = await playOn(kb, session, { revise: { node: 'link', answer: 'wifi' } });
    expect(now.type).toBe('closed');
    expect(changed.events.at(-1)).toMatchObject({ revise: 3 });
  });

  test('can be kept while steps are read, after the end, and at a fact', async () => {
    const hm = { said: 'hm', offered: [], missed: [] };
    for (const answers of [['on'], ['on', 'usb'], ['off']]) {
      const { now, session } = await play(kb, 'main', ...answers.map((answer) => ({ answer })));
      const after = await playOn(kb, session, hm, { ...hm, question: now.question });
      expect(after.now).toEqual(now);
    }
  });
});

describe('it is refused, and nothing changes,', () => {
  const { offered, missed } = said;
  test.each<[what: string, input: unknown, reason: string]>([
    ['without a list of what was offered', { said: 'x', missed }, '"offered" and "missed"'],
    ['without a list of what was missed', { said: 'x', offered }, '"offered" and "missed"'],
    ['with an offer that is no text', { said: 'x', offered: [1], missed }, '"offered" and "missed"'],
    ['with offers that are no list', { said: 'x', offered: 'on', missed }, '"offered" and "missed"'],
    ['with a missed word that is no text', { said: 'x', offered, missed: [null] }, '"offered" and "missed"'],
    ['with a choice that is no text', { said: 'x', offered, missed, chose: 1 }, '"chose" is a text'],
    ['when it is no text', { said: 5, offered, missed }, '"said" is a text'],
    ['when it is a list', { said: ['x'], offered, missed }, '"said" is a text'],
    ['when it is nothing', { said: null, offered, missed }, '"said" is a text'],
    ['when it is empty', { said: '', offered, missed }, '"said" is a text'],
    ['when it is blank', { said: ' \n ', offered, missed }, '"said" is a text'],
    ['when it is too long', { said: 'x'.repeat(10_001), offered, missed }, 'at most 10000 characters'],
    [
      'to another question',
      { said: 'x', offered, missed, question: 'main/link#1' },
      'The open question is "main/power#1"',
    ],
    ['with a key that does not belong to it', { said: 'x', offered, missed, note: 'y' }, 'exactly one of these keys'],
    ['with a time of its own', { said: 'x', offered, missed, at }, '"at" does not belong'],
    ['beside an answer', { said: 'x', offered, missed, answer: 'on' }, 'exactly one of these keys'],
  ])('%s', async (_, input, reason) => {
    const session = start(kb, { tree: 'main' });
    const stepped = await step(kb, session, input as Input);
    expect(stepped.session).toBe(session);
    expect(stepped.refused).toContain(reason);
  });
});

describe('in a session file', () => {
  const text = (event: object): string =>
    JSON.stringify({ format: 1, tree: 'main', knowledge: kb.hash, events: [event] });

  test.each<[what: string, event: object]>([
    ['whole', { ...said, at }],
    ['as little as it can be', { said: '', offered: [], missed: [] }],
  ])('it is read: %s', async (_, event) => {
    const parsed = parseSession(text(event));
    if ('reason' in parsed) throw new Error(parsed.reason);
    expect(parsed.session.events).toEqual([event]);
    expect(brief(await situation(kb, parsed.session))).toBe('asking power');
  });

  test.each<[what: string, event: object]>([
    ['no text', { ...said, said: 1 }],
    ['no offers', { said: 'x', missed: [] }],
    ['offers that are no list', { ...said, offered: 'on' }],
    ['an offer that is no text', { ...said, offered: ['on', 1] }],
    ['no missed words', { said: 'x', offered: [] }],
    ['a missed word that is no text', { ...said, missed: [{}] }],
    ['a choice that is no text', { ...said, chose: false }],
    ['a question that is no text', { ...said, question: 1 }],
    ['a time that is no text', { ...said, at: 5 }],
  ])('it is none with %s', (_, event) => {
    expect(parseSession(text(event))).toEqual({ reason: 'event 0 of its "events" is not an event.' });
  });

  test('it cannot be put in the place of an answer', () => {
    const events = [
      { answer: 'on', question: 'main/power#1' },
      { revise: 0, to: said },
    ];
    expect(parseSession(JSON.stringify({ format: 1, tree: 'main', knowledge: 'x', events }))).toEqual({
      reason: 'event 1 of its "events" is not an event.',
    });
  });

  test('it goes along to another version of the knowledge base', async () => {
    const { session } = await play(kb, 'main', said, { answer: 'on' });
    const other = await small({ main: tree.replace('Power?', 'Is there power?') });
    const { session: pinned, unfit, situation: now } = await reopen(other, session);
    expect([unfit, brief(now), pinned.events[0]]).toEqual([[], 'asking link', said]);
  });
});
