import { type Edge, edgesFrom, type KnowledgeBase, type Node, type Tree } from '../../knowledge/index.js';
import { edgeLabels } from './edge-label.js';
import { edgeName } from './edge-name.js';
import { notTaken } from './not-taken.js';
import type { PictureWeights } from './picture.js';

/**
 * How a call can go out of the tree from a node, a line for each: `solved: the tree ends`. Nodes that are nothing but a way
 * out say so themselves, and have none.
 */
export function endsOf(kb: KnowledgeBase, tree: Tree, node: Node, weights?: PictureWeights): readonly string[] {
  if (node.kind === 'refer' || node.kind === 'close') return [];
  const byEnd = new Map<string, Edge[]>();
  for (const edge of edgesFrom(tree, node.id)) {
    if (edge.to.kind === 'node' || edge.kind === 'visit') continue;
    const end = edge.to.kind === 'desk' ? `to ${kb.desks.get(edge.to.desk)?.name ?? edge.to.desk}` : 'the tree ends';
    byEnd.set(end, [...(byEnd.get(end) ?? []), edge]);
  }
  return [...byEnd].map(([end, edges]) => {
    const way = edgeLabels(kb, tree, edges)
      .filter((label) => label !== '')
      .join(', ');
    const number = edges.reduce((sum, edge) => sum + (weights?.edges.get(edgeName(edge)) ?? 0), 0);
    const counted = weights === undefined ? '' : ` (${number === 0 ? notTaken[weights.of] : `${number}×`})`;
    return `${way === '' ? end : `${way}: ${end}`}${counted}`;
  });
}
