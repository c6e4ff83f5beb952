import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openSearch } from '../../src/index.js';
import { office, type SmallTree, searchOf, small } from './small-knowledge-base.js';

const trees: Readonly<Record<string, SmallTree>> = {
  ...office,
  copier: { title: 'The copier', symptoms: ['the copier in the office prints nothing', 'copies with stripes'] },
  drucker: { title: 'Der Drucker', language: 'de', symptoms: ['der Drucker druckt nicht', 'the printer as well'] },
};
const beside = {
  synonyms: { printer: ['copier', 'mfp'], loud: ['noisy', 'makes noise'] },
  manifest: { not_covered: { bicycle: { name: 'Bicycles', symptoms: ['the bicycle prints nothing'] } } },
};
const said = [
  'the printer prints nothing',
  'noisy copier on wi fi, prnter',
  'bicycle',
  'windows11 startmenu email',
  'Drucker',
  'zorblax',
  '',
];

describe('the same words', () => {
  test.each(said)('give the same result each time: "%s"', async (words) => {
    const { find } = await searchOf(trees, beside);
    const once = find(words);
    for (const other of said) find(other, { typing: true });
    expect(find(words)).toEqual(once);
    expect((await searchOf(trees, beside)).find(words)).toEqual(once);
  });

  test('give the same in whatever order the trees stand in the files', async () => {
    const facts = async (order: readonly string[]): Promise<unknown> => {
      const kb = await small(Object.fromEntries(order.map((id) => [id, trees[id] as SmallTree])), beside);
      expect([...kb.trees.keys()]).toEqual(order);
      const { find } = await openSearch(kb);
      return said.map((words) => {
        const { results, ...found } = find(words, { limit: 100 });
        return { ...found, results: results.toSorted((a, b) => (a.tree < b.tree ? -1 : 1)) };
      });
    };
    const ids = Object.keys(trees);
    const usual = await facts(ids);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(ids, { minLength: ids.length }), async (order) => {
        expect(await facts(order)).toEqual(usual);
      }),
      { numRuns: 40 },
    );
  });

  test('are searched in the knowledge base as it is: one search for each, whoever opens it', async () => {
    const kb = await small(office);
    expect(await openSearch(kb)).toBe(await openSearch(kb));
    expect(await openSearch(await small(office))).not.toBe(await openSearch(kb));
  });
});
