import type { KnowledgeBase, Place } from '../../knowledge/index.js';
import type { Position } from '../../session/index.js';

/** Where a node is written; for one that is not there, its tree. @throws Error when the tree is not there either. */
export function placeAt(kb: KnowledgeBase, { tree: id, node }: Position): Place {
  const tree = kb.trees.get(id);
  if (tree === undefined) throw new Error(`There is no tree "${id}".`);
  return tree.nodes.get(node)?.at ?? tree.at;
}
