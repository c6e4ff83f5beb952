import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  type HandOver,
  handOver,
  handOverNote,
  type Input,
  type KnowledgeBase,
  loadFolder,
  start,
  step,
} from '../../src/index.js';
import { play, playOn } from '../session/play.js';
import { small } from '../session/small-knowledge-base.js';

let kb: KnowledgeBase;
beforeAll(async () => {
  ({ knowledgeBase: kb } = await loadFolder('test/fixtures/office'));
}, 60_000);

async function handedOver(tree: string, ...inputs: readonly Input[]): Promise<HandOver> {
  return handOver(kb, (await play(kb, tree, ...inputs)).session, { number: '17' });
}

/** From the lamp to the fix of a paused queue. */
const toFix: readonly Input[] = [{ answer: 'on' }, { answer: 'yes' }, { answer: 'PX9' }, { answer: 'windows' }];

describe('what is handed over', () => {
  test('of a call that is solved: what was found, done and mended, and how to keep it from coming back', async () => {
    const mended = await handedOver(
      'printer',
      { answer: 'on' },
      { answer: 'no' },
      { done: true },
      { done: true },
      { answer: 'yes' },
    );
    expect(mended.outcome).toBe('resolved');
    expect(mended.problems).toEqual([{ tree: 'printer', title: 'The printer does not print', state: 'solved' }]);
    expect(mended.found.answers).toEqual([
      { ask: 'Is the lamp on?', answer: 'On' },
      { ask: 'Is there paper in the tray?', answer: 'No' },
    ]);
    expect(mended.tried).toEqual([
      {
        fault: 'printer/no-paper',
        name: 'No paper',
        steps: [{ say: 'Put paper in.', state: 'done' }],
        result: 'solved',
      },
    ]);
    expect(mended.mended).toEqual([{ fault: 'printer/no-paper', name: 'No paper' }]);
    expect([mended.suspects, mended.still_possible, mended.collect]).toEqual([[], [], []]);
  });

  test('of a call that is referred: the fix that failed is ruled out, and what is not known is still to collect', async () => {
    const referred = await handedOver(
      'printer',
      { answer: 'on' },
      { answer: 'no' },
      { done: true },
      { done: true },
      { answer: 'no' },
    );
    expect(referred.outcome).toBe('referred');
    expect(referred.desks).toEqual([
      { id: 'second-line', name: 'Second line', because: 'It could not be found out.', by: 'tree', problem: 0 },
    ]);
    expect(referred.tried[0]?.result).toBe('unsolved');
    expect(referred.ruled_out.find(({ fault }) => fault === 'printer/no-paper')).toMatchObject({
      name: 'No paper',
      by: 'fix',
    });
    expect(referred.ruled_out.find(({ fault }) => fault === 'printer/unplugged')).toEqual({
      fault: 'printer/unplugged',
      name: 'Not plugged in',
      by: 'answers',
      because: ['Is the lamp on? On'],
    });
    expect(referred.collect.map(({ fact, ask }) => [fact, ask])).toEqual([
      ['printer.model', 'Which model is it?'],
      ['os', 'Which system?'],
    ]);
  });

  test('of a desk that visits the outcome is a visit', async () => {
    const visiting = await small({ only: 'start: desk\nnodes:\n  desk: { refer: second-line, because: It smokes. }' });
    const { session } = await play(visiting, 'only');
    const desks = new Map(visiting.desks).set('second-line', { id: 'second-line', name: 'Second line', visit: true });
    expect((await handOver({ ...visiting, desks }, session)).outcome).toBe('visit');
  });

  test('of a call that is parked: the open question, what was put off, and when to call back', async () => {
    const parked = await handedOver(
      'printer',
      { later: 'the printer is upstairs' },
      { parked: 'lunch', callBack: '2026-11-23T15:00:00Z' },
    );
    expect(parked.outcome).toBe('parked');
    expect(parked.parked).toEqual({ why: 'lunch', call_back: '2026-11-23T15:00:00Z' });
    expect(parked.stands).toMatchObject({ type: 'asking', purpose: 'trouble', ask: 'Is there paper in the tray?' });
    expect(parked.collect.map(({ ask, put_off: why }) => [ask, why])).toEqual([
      ['Is there paper in the tray?', undefined],
      ['Is the lamp on?', 'the printer is upstairs'],
    ]);
    expect(parked.still_possible.map(({ name }) => name)).toContain('Not plugged in');
  });

  test('of a call that was ended early: the reason', async () => {
    const left = await handedOver('printer', { abandoned: 'the line broke' });
    expect([left.outcome, left.abandoned]).toEqual(['abandoned', 'the line broke']);
  });

  test('of several problems: each with its words and state, and the desks of those that are left', async () => {
    const both = await handedOver(
      'screen',
      { answer: 'yes' },
      { done: true },
      { done: true },
      { answer: 'no' },
      { problem: 'printer', words: 'and it does not print' },
      { answer: 'on' },
    );
    expect(both.problems).toEqual([
      { tree: 'screen', title: 'The screen stays dark', state: 'referred' },
      { tree: 'printer', title: 'The printer does not print', words: 'and it does not print', state: 'open' },
    ]);
    expect(both.outcome).toBe('open');
    expect(both.desks).toEqual([
      { id: 'second-line', name: 'Second line', because: 'It could not be found out.', by: 'tree', problem: 0 },
    ]);
  });

  test('nothing of what was taken back or changed', async () => {
    const { session } = await play(
      kb,
      'printer',
      { answer: 'off' },
      { back: true },
      { answer: 'blinking' },
      { answer: 'yes' },
      { answer: 'AB1' },
      { revise: { node: 'printer.model', answer: 'PX9' } },
      { tell: { memory: 8 } },
      { back: true },
    );
    const all = JSON.stringify(await handOver(kb, session));
    expect(all).toContain('PX9');
    expect(all).toContain('It is blinking');
    for (const gone of ['AB1', '"Off"', '8 GB', 'memory']) expect(all).not.toContain(gone);
  });

  test('the ways of not knowing are kept apart, and what is known in the end is not among them', async () => {
    const { found } = await handedOver(
      'printer',
      { unsure: 'cant-check' },
      { unsure: 'dont-know' },
      { unsure: 'declined' },
      { skip: 'it does not matter' },
    );
    expect(found.unknown).toEqual([
      { ask: 'Is the lamp on?', reason: 'cant-check' },
      { ask: 'Is there paper in the tray?', reason: 'dont-know' },
      { fact: 'printer.model', ask: 'Which model is it?', reason: 'declined' },
      { fact: 'os', ask: 'Which system?', reason: 'skipped', why: 'it does not matter' },
    ]);
    const later = await handedOver(
      'printer',
      { answer: 'on' },
      { unsure: 'dont-know' },
      { unsure: 'declined' },
      { tell: { 'printer.model': 'PX9' } },
    );
    expect(later.found.unknown.map(({ ask }) => ask)).toEqual(['Is there paper in the tray?']);
  });

  test('what the desk asks for again tells that it was asked', async () => {
    const asked = await handedOver(
      'printer',
      { answer: 'on' },
      { unsure: 'dont-know' },
      { unsure: 'declined' },
      { refer: 'second-line' },
    );
    expect(asked.collect).toEqual([]);
    const { collect } = await handedOver(
      'printer',
      { answer: 'on' },
      { answer: 'yes' },
      { unsure: 'declined' },
      { answer: 'macos' },
      { done: true },
      { done: true },
      { answer: 'no' },
    );
    expect(collect).toMatchObject([{ fact: 'printer.model', asked: 'declined' }]);
  });

  test('a step that was skipped says why; of a fix of which nothing was done there is no result', async () => {
    const { tried, suspects } = await handedOver(
      'printer',
      ...toFix,
      { done: true },
      { skip: 'the key is broken' },
      { skip: 'not now' },
    );
    expect(tried).toEqual([
      {
        fault: 'printer/paused',
        name: 'The queue is paused',
        steps: [
          { say: 'Press Windows and R.', state: 'skipped', why: 'the key is broken' },
          { say: 'Choose Resume.', state: 'not-agreed', why: 'not now' },
        ],
      },
    ]);
    expect(suspects).toEqual([
      { fault: 'printer/paused', name: 'The queue is paused', status: 'found', cause: 'settings' },
    ]);
  });

  test('a fix that was done counts as not checked until somebody has looked, and says why nobody could', async () => {
    const done: readonly Input[] = [{ answer: 'on' }, { answer: 'no' }, { done: true }, { done: true }];
    const open = await handedOver('printer', ...done);
    expect(open.tried).toMatchObject([{ name: 'No paper', result: 'not-checked' }]);
    expect(open.stands).toMatchObject({ purpose: 'verify', ask: 'Does it print?', fault: 'No paper' });
    const unsure = await handedOver('printer', ...done, { unsure: 'cant-check' });
    expect(unsure.tried).toMatchObject([{ result: 'not-checked', why: "can't check" }]);
    expect(unsure.suspects).toMatchObject([{ fault: 'printer/no-paper', status: 'unverified' }]);
  });

  test('what was tried before the call counts as done once it is made sure of, and until then as a claim', async () => {
    const claimed = await handedOver('printer', { answer: 'on' }, { tried: 'paused' });
    expect([claimed.claimed, claimed.tried]).toEqual([['The queue is paused'], []]);
    const sure = await handedOver(
      'printer',
      ...toFix,
      { back: true },
      { tried: 'paused' },
      { answer: 'windows' },
      { answer: 'yes' },
      { answer: 'no' },
    );
    expect(sure.claimed).toEqual([]);
    expect(sure.tried[0]?.steps.map(({ state }) => state)).toEqual(['before', 'before']);
    expect(sure.tried[0]?.result).toBe('unsolved');
  });

  test('a fault that a rule suspects comes before those that are only possible; a rule rules out with its facts', async () => {
    const ruled = await small(
      {
        one: `start: os
nodes:
  os: { ask: Which?, fact: os, answers: { windows: lamp, macos: lamp, linux: lamp }, unsure: { go: lamp } }
  lamp: { ask: Lamp?, answers: { yes: a, no: b, maybe: c }, unsure: { go: a } }
  a: { fault: a, unsolved: desk }
  b: { fault: b, unsolved: desk }
  c: { fault: c, unsolved: desk }
  desk: { refer: second-line, because: Nothing helped. }
faults:
  a: { name: Fault A, cause: hardware, explain: A., fix: [{ say: Do a. }], verify: { ask: Better? } }
  b: { name: Fault B, cause: software, explain: B., fix: [{ say: Do b. }], verify: { ask: Better? } }
  c: { name: Fault C, cause: software, explain: C., fix: [{ say: Do c. }], verify: { ask: Better? } }`,
      },
      `rules:
  - rule: windows
    when: { fact: os, operator: equal, value: windows }
    suspect: [one/b]
    rule_out: [one/c]
    warn: Windows is old.`,
    );
    const { session } = await play(ruled, 'one', { answer: 'windows' });
    const told = await handOver(ruled, session);
    expect(told.suspects).toEqual([{ fault: 'one/b', name: 'Fault B', status: 'suspected', cause: 'software' }]);
    expect(told.still_possible).toEqual([{ fault: 'one/a', name: 'Fault A' }]);
    expect(told.ruled_out).toMatchObject([{ fault: 'one/c', by: 'rule' }]);
    expect(told.ruled_out[0]?.because.join()).toContain('Windows');
    expect(told.warnings).toEqual(['Windows is old.']);
    // The agent refers from here: what was possible before that still is.
    const referred = await playOn(ruled, session, { refer: 'security', why: 'no time' }, { note: 'in a hurry' });
    expect((await handOver(ruled, referred.session)).still_possible).toEqual(told.still_possible);
  });

  test('the steps of a node say what came next, and a fact that has faded what it was before', async () => {
    const fading = await small({
      one: `start: page
nodes:
  page: { ask: Does a page open?, fact: online, answers: { yes: done, no: restart }, unsure: { go: restart } }
  restart: { do: [{ say: Switch it off and on. }], then: again }
  again: { ask: Is it better?, answers: { yes: done, no: desk }, unsure: { go: desk } }
  desk: { refer: second-line, because: It is dead., collect: [online] }
  done: { close: resolved }`,
    });
    const { session } = await play(fading, 'one', { answer: 'no' }, { done: true }, { answer: 'no' });
    const { tried, found, collect } = await handOver(fading, session);
    expect(tried).toMatchObject([{ name: 'Switch it off and on.', after: { ask: 'Is it better?', answer: 'No' } }]);
    expect(found.facts).toEqual([
      { fact: 'online', title: 'Online', value: 'no', words: 'No', source: 'caller', before: true },
    ]);
    expect(collect).toEqual([{ fact: 'online', ask: 'Does a page open?', earlier: 'No' }]);
  });

  test('who called, when, for how long, and who took it; the time for which it rested counts for nothing', async () => {
    let session = start(kb, { tree: 'printer', at: '2026-11-20T10:00:00Z', agent: 'Anna', words: 'it is dead' });
    const at = (time: string): string => `2026-11-${time}:00Z`;
    const said: readonly (readonly [Input, string])[] = [
      [{ caller: 'Ms Lee' }, at('20T10:01')],
      [{ contact: 'extension 17' }, at('20T10:01')],
      [{ said: 'it blinks', offered: [], missed: ['blinks'] }, at('20T10:02')],
      [{ parked: 'lunch' }, at('20T10:03')],
      [{ resumed: 'Ben' }, at('21T09:00')],
      [{ answer: 'on' }, at('21T09:02')],
      [{ satisfaction: 4 }, at('21T09:02')],
      [{ flag: 'which lamp?' }, at('21T09:02')],
    ];
    for (const [input, time] of said) ({ session } = await step(kb, session, input, time));
    const told = await handOver(kb, session, { number: '17', now: '2026-11-21T09:05:00Z' });
    expect(told).toMatchObject({
      case: '17',
      written: '2026-11-21T09:05:00Z',
      agents: ['Anna', 'Ben'],
      channel: 'phone',
      caller: { name: 'Ms Lee', contact: 'extension 17' },
      times: { began: '2026-11-20T10:00:00Z', ended: at('21T09:02'), seconds: 300 },
      words: [
        { said: 'it is dead', taken: true },
        { said: 'it blinks', taken: false },
      ],
      satisfaction: 4,
      flags: ['which lamp?'],
    });
    expect(handOverNote(kb, told)).toContain(
      'Case 17. Ms Lee called yesterday at 10:00 UTC, answered by Anna and Ben (5 minutes). Reached at extension 17.',
    );
  });
});
