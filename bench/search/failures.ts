import { loadFolder, openSearch } from '../../src/index.js';
import type { Section } from '../finding.js';
import { shippedKnowledgeBase } from '../shipped-knowledge-base.js';
import { descriptions } from './descriptions.js';

/** The descriptions of the seen half that the search gets wrong. There is none of these for the other half. */
export async function failures(): Promise<Section> {
  const { knowledgeBase: kb } = await loadFolder(shippedKnowledgeBase, { calls: false });
  const { find } = await openSearch(kb);
  const remarks = descriptions('seen').flatMap(({ id, text, trees }) => {
    const { fits, results } = find(text);
    const found = results.slice(0, 3).map(({ tree, confidence }) => `${tree} ${(100 * confidence).toFixed(0)}%`);
    const isRight = trees.length === 0 ? !fits : fits && trees.includes(results[0]?.tree ?? '');
    if (isRight) return [];
    return [
      `${id} ${text}`,
      `  ${trees.join(', ') || 'not covered'} <- ${fits ? '' : 'nothing fits; nearest: '}${found.join(', ')}`,
    ];
  });
  return { title: 'What the search gets wrong in the seen half', remarks, findings: [] };
}
