import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  type Input,
  type KnowledgeBase,
  parkedNow,
  parseSession,
  recordInWords,
  type Situation,
  start,
  step,
  why,
} from '../../src/index.js';
import { brief, play, playOn } from './play.js';
import { small } from './small-knowledge-base.js';

const raised = (now: Situation): string | undefined => (now.type === 'asking' ? now.raised : undefined);

const main = `
start: online
nodes:
  online: { ask: Online?, fact: online, answers: { yes: done, no: restart }, unsure: { go: restart } }
  restart: { do: [{ say: Restart. }], then: lamp }
  lamp: { ask: Is the lamp on?, answers: { yes: round, no: loose }, unsure: { go: round } }
  round: { ask: Once more?, answers: { yes: lamp, no: loose }, unsure: { go: desk } }
  loose: { fault: loose, unsolved: desk }
  desk: { refer: second-line, because: It is dead. }
  done: { close: resolved }
faults:
  loose: { name: Loose, cause: hardware, explain: It is loose., fix: [{ say: Push it. }], verify: { ask: Better? } }`;

const system = (fault: string): string => `
start: os
nodes:
  os: { ask: Which system?, fact: os, answers: { windows: ${fault}, macos: other, linux: done }, unsure: { go: ${fault} } }
  ${fault}: { fault: ${fault}, unsolved: done }
  other: { fault: other, unsolved: done }
  done: { close: resolved }
faults:
  other: { name: Other, cause: software, explain: It is there., fix: [{ say: Pull. }], verify: { ask: Better? } }
  ${fault}:
    name: A fault
    cause: software
    explain: It is there.
    fix: [{ say: Push it., when: { fact: os, operator: equal, value: windows } }, { say: Wait. }]
    verify: { ask: Better? }`;

let kb: KnowledgeBase;
beforeAll(async () => {
  kb = await small({ main, near: system('near'), far: system('far') });
});

describe('a question that was put off', () => {
  test('is not asked again when its node has asked it once more and had a reply', async () => {
    const off = await play(kb, 'main', { answer: 'no' }, { done: true }, { later: 'upstairs' });
    for (const reply of [{ answer: 'yes' }, { unsure: 'cant-check' }, { skip: 'no time' }]) {
      const { now } = await playOn(kb, off.session, { answer: 'yes' }, reply, { answer: 'no' });
      expect([brief(now), now.postponed]).toEqual(['isolated loose', []]);
    }
    const twice = await playOn(kb, off.session, { answer: 'yes' }, { later: 'still upstairs' });
    expect(twice.now.postponed.map(({ why: reason }) => reason)).toEqual(['still upstairs']);
    const end = await playOn(kb, twice.session, { answer: 'no' });
    expect([brief(end.now), raised(end.now)]).toEqual(['asking lamp', 'still upstairs']);
  });

  test('about something that a step has changed since is not asked about what was before', async () => {
    const done = await play(kb, 'main', { later: 'she asks' }, { done: true });
    expect([brief(done.now), done.now.postponed]).toEqual(['asking lamp', []]);
    // What is told now holds now: it does not undo the step, as if it had been so before.
    const told = await playOn(kb, done.session, { tell: { online: 'yes' } });
    expect(brief(told.now)).toBe('asking lamp');
    expect(told.now.facts.get('online')).toMatchObject({ value: 'yes', event: 2 });
    expect(brief((await playOn(kb, told.session, { answer: 'no' })).now)).toBe('isolated loose');
    // Before the step it is answered in its place.
    const early = await play(kb, 'main', { later: 'she asks' }, { tell: { online: 'yes' } });
    expect(brief(early.now)).toBe('fixed');
  });

  test('about a fact is asked in the other problem that has done without it, and answers both', async () => {
    const second = await play(kb, 'near', { problem: 'main' }, { problem: 0 }, { later: 'she asks' });
    const off = await playOn(kb, second.session, { problem: 'far' });
    expect([brief(off.now), raised(off.now), off.now.problems.length]).toEqual(['asking os', 'she asks', 3]);
    const { tellsApart, stillPossible } = await why(kb, off.session);
    const left = tellsApart.flatMap(({ faults }) => faults);
    expect(left).toEqual(expect.arrayContaining(['far/far', 'far/other']));
    expect(stillPossible).toEqual(expect.arrayContaining(left));
    const both = await playOn(kb, off.session, { answer: 'windows' });
    expect(both.now).toMatchObject({ type: 'isolated', fault: 'far', steps: [{ say: 'Push it.' }, { say: 'Wait.' }] });
    expect(brief((await playOn(kb, both.session, { problem: 0 })).now)).toBe('isolated near');
    // A problem that has nothing to do with the fact does not ask.
    const other = await playOn(kb, second.session, { problem: 1 }, { answer: 'yes' });
    expect([brief(other.now), other.now.postponed.length]).toEqual(['fixed', 1]);
  });
});

describe('an end that was decided does not wait for what was put off', () => {
  const issue =
    '{ issue: bad, title: Bad, when: { fact: link, operator: equal, value: wifi }, ask: That?, explain: It is.';
  const tree = `
start: lamp
nodes:
  lamp: { ask: Is the lamp on?, answers: { yes: link, no: desk }, unsure: { go: link } }
  link: { ask: How?, fact: link, answers: { usb: desk, wifi: more }, unsure: { go: desk } }
  more: { ask: And?, answers: { yes: desk, no: desk }, unsure: { go: desk } }
  desk: { refer: second-line, because: It is dead., collect: [model] }`;
  const load = (match: string) =>
    small({ main: tree, far: system('far'), overlays: `overlays:\n  - ${issue}, ${match} }` });

  test('also when something is told, tried or opened after it', async () => {
    const loaded = await load('on_match: close');
    const sent = await play(loaded, 'main', { later: 'upstairs' }, { refer: 'security' });
    expect(brief(sent.now)).toBe('referred security');
    for (const more of [[{ tell: { model: 'M' } }], [{ tried: 'far/far' }], [{ problem: 'far' }, { problem: 0 }]]) {
      const { now } = await playOn(loaded, sent.session, ...(more as readonly Input[]));
      expect([brief(now), now.postponed.length]).toEqual(['referred security', 1]);
    }
    // Coming back to the question takes the decision back.
    const again = await playOn(loaded, sent.session, { jump: 'main/link' }, { answer: 'usb' });
    expect([brief(again.now), raised(again.now)]).toEqual(['asking lamp', 'upstairs']);
  });

  test.each([
    ['on_match: close', 'closed'],
    ['on_match: { refer: security }', 'referred security'],
    ['on_match: go_on', 'asking more'],
  ])('by a known issue: %s', async (match, then) => {
    const { now } = await play(await load(match), 'main', { later: 'upstairs' }, { answer: 'wifi' }, { answer: 'yes' });
    expect(brief(now)).toBe(then);
  });
});

test('a step is claimed by its short name, too, and then asked about before it is read', async () => {
  const { now, session } = await play(kb, 'main', { tried: 'restart:step0' }, { answer: 'no' });
  expect(brief(now)).toBe('tried Restart.');
  expect(brief((await playOn(kb, session, { answer: 'yes' })).now)).toBe('asking lamp');
  expect((await step(kb, start(kb, { tree: 'main' }), { tried: 'loose:step7' })).refused).toBeDefined();
});

test('an answer that was given before its question can be given anew', async () => {
  const early = { answer: 'yes', question: 'main/lamp#1' };
  const first = await play(kb, 'main', { answer: 'no' }, early, { ...early, answer: 'no' });
  expect(brief(first.now)).toBe('doing restart 1/1');
  const { now, session } = await playOn(kb, first.session, { done: true });
  expect(brief(now)).toBe('isolated loose');
  const lines = (await recordInWords(kb, session)).map(({ words }) => words);
  expect(lines.filter((words) => words.includes('Is the lamp on?'))).toEqual([
    'Answered before it was asked: Is the lamp on? Yes',
    'Answered before it was asked: Is the lamp on? No',
    'Is the lamp on? No',
  ]);
});

test('a call stays parked while things are only recorded, and until somebody goes on', async () => {
  const { session } = await play(kb, 'main', { parked: 'she has to leave' }, { flag: 'unclear' }, { caller: 'Ms Lee' });
  expect(parkedNow(session)).toEqual({ parked: 'she has to leave' });
  expect(parkedNow({ ...session, events: [...session.events, { reopened: 'other' }] })?.parked).toBeDefined();
  for (const input of [{ resumed: 'Ali' }, { answer: 'no' }])
    expect(parkedNow((await playOn(kb, session, input)).session)).toBeUndefined();
});

test.each([
  { answer: 'yes', question: 'main/online#1', tried: 5 },
  { jump: 'main/lamp', question: 'main/online#1', tried: {} },
  { back: true, note: 'both' },
  { revise: 0, to: { answer: 'yes', question: 'main/online#1', tell: {}, source: 'agent' } },
  { parked: 'gone', callBack: 'soon' },
  { flag: 'unclear' },
  { channel: 'fax' },
  { question: 'main/online#1' },
])('a session in which %j stands is refused', (event) => {
  const session = start(kb, { tree: 'main' });
  const sound = { note: 'sound' };
  expect(parseSession(JSON.stringify({ ...session, events: [sound] }))).toHaveProperty('session');
  expect(parseSession(JSON.stringify({ ...session, events: [sound, event] }))).toHaveProperty('reason');
  expect(parseSession(JSON.stringify({ ...session, channel: 'fax' }))).toHaveProperty('reason');
});
