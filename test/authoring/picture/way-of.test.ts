import { beforeAll, expect, test } from '@jest/globals';
import { type CallResult, type KnowledgeBase, runCalls, wayOf } from '../../../src/index.js';
import { shipped } from './shipped.js';

let kb: KnowledgeBase;
let results: readonly CallResult[];
beforeAll(async () => {
  kb = await shipped();
  results = await runCalls(kb, 'wifi');
}, 60_000);

test('each step of an example call leads to the next by an edge of the tree, and the last is where it ended', () => {
  expect(results.length).toBeGreaterThan(10);
  const edges = new Map(
    [...(kb.trees.get('wifi')?.edges.values() ?? [])]
      .flat()
      .map((edge) => [`${edge.from} ${edge.kind} ${edge.label}`.trimEnd(), edge]),
  );
  let pairs = 0;
  for (const { trail } of results) {
    const steps = wayOf('wifi', trail);
    expect(steps[0]?.node).toBe(kb.trees.get('wifi')?.start);
    steps.forEach(({ node, edge }, index) => {
      const next = steps[index + 1];
      if (edge === undefined || next === undefined) return;
      const to = edges.get(edge)?.to;
      expect([edge.split(' ')[0], to?.kind === 'node' ? to.node : to?.kind]).toEqual([node, next.node]);
      pairs += 1;
    });
  }
  expect(pairs).toBeGreaterThan(30);
});

test('a visit is one step, and what is done in the other tree is none', () => {
  const visiting = results.find(({ trail }) => trail.some(({ reason }) => reason.kind === 'returned'));
  const steps = wayOf('wifi', visiting?.trail ?? []);
  const visit = steps.filter(({ edge }) => edge?.endsWith(' then'));
  expect(visit.length).toBeGreaterThan(0);
  const nodes = kb.trees.get('wifi')?.nodes;
  expect(steps.filter(({ node }) => nodes?.has(node) !== true)).toEqual([]);
});

test('a call that was never in a tree has no way there', () => {
  expect(wayOf('email', results[0]?.trail ?? [])).toEqual([]);
});
