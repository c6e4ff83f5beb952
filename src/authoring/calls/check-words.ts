import type { CallExample, KnowledgeBase } from '../../knowledge/index.js';
import { openSearch } from '../../search/index.js';
import type { Difference } from './call-result.js';

/** What the search makes of the first words of an example otherwise than it expects. */
export async function checkWords(kb: KnowledgeBase, example: CallExample): Promise<readonly Difference[]> {
  const { words, found, tree, at, expected } = example;
  if (words === undefined) return [];
  const { fits, results, notUnderstood } = (await openSearch(kb)).find(words, { limit: 3 });
  const place = expected.get('words')?.at ?? at;
  const trees = results.map((each) => each.tree);
  const list = results.map((each) => `"${each.tree}" (${Math.round(100 * each.confidence)}%)`).join(', ') || 'no tree';
  if (found === 'nothing') return fits ? [{ message: `The words should fit no tree, but find ${list}.`, place }] : [];
  const unknown = notUnderstood.length === 0 ? {} : { hint: `Not understood: ${notUnderstood.join(', ')}.` };
  if (!fits) return [{ message: `The words should find "${tree}", but nothing fits.`, ...unknown, place }];
  const wanted = found === 'first' ? trees.slice(0, 1) : trees;
  if (wanted.includes(tree)) return [];
  const where = found === 'first' ? 'first' : 'among the first three';
  return [{ message: `The words should find "${tree}" ${where}, but find ${list}.`, ...unknown, place }];
}
