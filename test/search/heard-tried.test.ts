import { beforeAll, expect, test } from '@jest/globals';
import { type KnowledgeBase, listen } from '../../src/index.js';
import { loadShipped } from '../knowledge-base/load-shipped.js';

let kb: KnowledgeBase;

beforeAll(async () => {
  ({ knowledgeBase: kb } = await loadShipped());
});

test.each([
  ['i already restarted the router', 'restart-router'],
  ['i have already restarted my computer twice', 'restart-computer'],
  ['we rebooted the router before i called', 'restart-router'],
  ['i have done that already, i changed my password', 'account-change-password'],
])('"%s" can be %s', async (words, procedure) => {
  expect((await listen(kb, words)).tried).toContain(procedure);
});

test('of what is only called it, everything that is done so can be meant', async () => {
  const { tried } = await listen(kb, 'I already restarted it');
  expect(tried).toEqual(expect.arrayContaining(['restart-router', 'restart-computer']));
});

test.each(['restart the router', 'it is green', '', 'shall i restart it'])(
  '"%s" says of nothing that it was done',
  async (words) => {
    expect(await listen(kb, words)).not.toHaveProperty('tried');
  },
);

test.each(['i tried everything', 'already yesterday'])('"%s" names nothing that was done', async (words) => {
  expect((await listen(kb, words)).tried).toEqual([]);
});
