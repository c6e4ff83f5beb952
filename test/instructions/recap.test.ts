import { beforeAll, expect, test } from '@jest/globals';
import { type KnowledgeBase, loadFolder, recap } from '../../src/index.js';
import { play } from '../session/play.js';

let kb: KnowledgeBase;

beforeAll(async () => {
  ({ knowledgeBase: kb } = await loadFolder('test/fixtures/office'));
});

test('a call that is taken up again begins with what was told, done, found, left open, and why it stopped', async () => {
  const { session } = await play(
    kb,
    'printer',
    { later: 'the printer is upstairs' },
    { answer: 'yes' },
    { answer: 'PX9' },
    { answer: 'windows' },
    { answer: 'on' },
    { done: true },
    { done: true },
    { parked: 'the caller has to catch a train', callBack: '2026-11-23T15:00:00Z' },
  );
  const { say, lines } = await recap(kb, session);
  expect(say).toEqual([
    'Last time we talked about this: The printer does not print.',
    'You told me this. Printer model: PX9. System: Windows.',
    'Together we have done one step.',
    'We think that it is this: The queue is paused.',
    'We stopped for this reason: the caller has to catch a train.',
    'We go on with this: Before you go on: does the caller agree to this step?',
  ]);
  expect(lines).toContain('Is the lamp on? On');
});

test('a call in which nothing has happened begins with its subject, and what is open', async () => {
  const { session } = await play(kb, 'printer', { later: 'no light' }, { parked: 'lunch' });
  expect((await recap(kb, session)).say).toEqual([
    'Last time we talked about this: The printer does not print.',
    'You wanted to find out for me: Is the lamp on?',
    'We stopped for this reason: lunch.',
    expect.stringContaining('We go on with this: '),
  ]);
});
