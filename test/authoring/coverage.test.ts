import { expect, test } from '@jest/globals';
import { coverageOf, percentCovered, runCalls, start, step, trail } from '../../src/index.js';
import { loadShipped } from '../knowledge-base/load-shipped.js';
import { lampWith } from './small-trees.js';

test('a session covers the answers that it gave, and no others', async () => {
  const kb = await lampWith(`nodes:
  first: { ask: Is it dark?, answers: { "yes": wait, "no": end }, unsure: { go: end } }
  wait: { do: [{ say: Wait. }], then: end }
  end: { close: resolved }
`);
  let { session } = await step(kb, start(kb, { tree: 'lamp' }), { answer: 'yes' });
  ({ session } = await step(kb, session, { done: true }));
  const { kinds, trees } = coverageOf(kb, [await trail(kb, session)]);
  expect(kinds).toMatchObject({
    answers: { covered: 1, of: 2 },
    unsure: { covered: 0, of: 1 },
    steps: { covered: 1, of: 1 },
  });
  expect(trees[0]?.uncovered.map(({ name, place }) => [name, place.line])).toEqual([
    ['the answer "no" to "first"', 6],
    ['not knowing "first" (dont-know, cant-check, not-applicable, declined)', 6],
  ]);
});

test('the example calls of the shipped knowledge base take every answer, branch and fault', async () => {
  const { knowledgeBase } = await loadShipped();
  const results = await runCalls(knowledgeBase);
  const { kinds } = coverageOf(
    knowledgeBase,
    results.map((result) => result.trail),
  );
  expect([percentCovered(kinds.answers), percentCovered(kinds.branches), percentCovered(kinds.faults)]).toEqual([
    100, 100, 100,
  ]);
});
