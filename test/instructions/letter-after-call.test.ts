import { beforeAll, expect, test } from '@jest/globals';
import { type Input, type KnowledgeBase, letterAfterCall, loadFolder } from '../../src/index.js';
import { loadShipped } from '../knowledge-base/load-shipped.js';
import { play } from '../session/play.js';
import { small } from '../session/small-knowledge-base.js';

let kb: KnowledgeBase;
let shipped: KnowledgeBase;
beforeAll(async () => {
  ({ knowledgeBase: kb } = await loadFolder('test/fixtures/office'));
  ({ knowledgeBase: shipped } = await loadShipped());
}, 60_000);

const letter = async (...inputs: readonly Input[]): Promise<string> =>
  (await letterAfterCall(kb, (await play(kb, 'printer', ...inputs)).session, { number: '17', agent: 'Anna' })).body;

const toResume: readonly Input[] = [
  { answer: 'on' },
  { answer: 'yes' },
  { answer: 'PX9' },
  { answer: 'windows' },
  { done: true },
  { done: true },
  { answer: 'yes' },
  { done: true },
];

test('of a trouble that was mended: what it was, what was done, and how to keep it from coming back', async () => {
  const { session } = await play(kb, 'printer', { caller: 'Ms Lee' }, ...toResume, { answer: 'yes' });
  const { subject, body } = await letterAfterCall(kb, session, { number: '17', agent: 'Anna' });
  expect(subject).toBe('The printer does not print (case 17)');
  expect(body.split('\n\n').map((paragraph) => paragraph.split('\n'))).toEqual([
    ['Hello Ms Lee,'],
    ['Thank you for your call. It was about this: The printer does not print.'],
    ['What it was: The computer is holding the PX9 back.'],
    ['What we did together:', '- Press Windows and R.', '- Choose Resume.', 'That solved it.'],
    ['So that it does not come back:', '- Please do not close the lid while it prints.'],
    [
      'If it comes back, just call or write to us again, and name the case 17. Then you need not tell everything a second time.',
    ],
    ['Kind regards', 'Anna'],
  ]);
});

test('of a call that is referred: who goes on, what was promised, what to have ready, and no fault that was ruled out', async () => {
  const body = await letter(
    { answer: 'on' },
    { answer: 'no' },
    { done: true },
    { done: true },
    { answer: 'no' },
    {
      promised: 'a call back',
      by: '2026-11-30T14:00:00Z',
    },
  );
  expect(body).toContain('- Put paper in.\nThat did not help.');
  expect(body).toContain('Who goes on from here: Second line. I am passing this to a colleague.');
  expect(body).toContain('We promised you this:\n- a call back, by Monday, 30 November 2026 at 14:00 UTC.');
  expect(body).toContain('Please have this ready, because it will be asked:\n- Which model is it?\n- Which system?');
  expect(body).not.toContain('There is no paper.');
});

test('of a call that is broken off: when it goes on, and what can be found out until then', async () => {
  const body = await letter(
    { later: 'upstairs' },
    { parked: 'Ms Lee is in a bad mood', callBack: '2026-11-30T14:00:00Z' },
  );
  expect(body).toContain('We have not finished yet. We will call you back on Monday, 30 November 2026 at 14:00 UTC.');
  expect(body).toContain(
    'If you can, please find this out until then:\n- Is there paper in the tray?\n- Is the lamp on?',
  );
  expect(body).not.toContain('mood');
});

test.each([
  ['that was ended early', { abandoned: 'shouted at me' }, 'We could not finish.'],
  ['that is still open', { note: 'a cunning caller' }, 'We have not finished yet.'],
] as const)('of a call %s: that it goes on, and nothing that was noted', async (_, input, says) => {
  const body = await letter({ answer: 'on' }, input);
  expect(body).toContain(says);
  expect(body).not.toMatch(/shouted|cunning/);
  expect(body).toContain('When you call or write to us again, please name the case 17.');
});

test('of what was tried before the call: it is said to have been done by the caller', async () => {
  const body = await letter(
    ...toResume.slice(0, 4),
    { back: true },
    { tried: 'paused' },
    { answer: 'windows' },
    { answer: 'yes' },
  );
  expect(body).toContain('You had done this before you called:\n- Press Windows and R.\n- Choose Resume.');
  expect(body).not.toContain('What we did together');
});

test('of a known issue: what it is, and what helps until it is over', async () => {
  const known = await small({
    one: `start: lamp
nodes:
  lamp: { ask: Lamp?, answers: { yes: desk, no: desk }, unsure: { go: desk } }
  desk: { refer: second-line, because: Nothing helped. }`,
    overlays: `overlays:
  - { issue: outage, title: An outage, trees: [one], ask: Is it the outage?, explain: The line is down for all of us., workaround: Please use a telephone. }`,
  });
  const { session } = await play(known, 'one', { answer: 'yes' });
  const { body } = await letterAfterCall(known, session);
  expect(body).toContain('The line is down for all of us. Please use a telephone.');
  expect(body).toContain('please mention this letter');
});

test('the terms that the caller may not know are explained once, and the caller is spoken to', async () => {
  const { session } = await play(shipped, 'sign-in', { jump: 'no-internet/router-desk' });
  const { subject, body } = await letterAfterCall(shipped, session);
  expect(subject).toBe('You cannot sign in');
  expect(body).toContain('The router stays dark although the socket has power.');
  expect(body.match(/\(Router: /g)).toHaveLength(1);
  expect(body).not.toMatch(/the caller/i);
});

test('the reason for which an agent refers a call is for colleagues', async () => {
  const body = await letter({ refer: 'second-line', why: 'I cannot listen to this any longer' });
  expect(body).toContain('Who goes on from here: Second line.');
  expect(body).not.toContain('listen');
});
