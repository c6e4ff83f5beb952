import type { Tree } from '../model.js';
import { edgesFrom } from './edges-from.js';

/** The nodes of a tree that a call can come to: from its start, and from `others` such as the targets of rules. */
export function reachableNodes(
  tree: Pick<Tree, 'start' | 'edges'>,
  others: Iterable<string> = [],
): ReadonlySet<string> {
  const reached = new Set<string>([tree.start, ...others]);
  for (const node of reached) for (const { to } of edgesFrom(tree, node)) if (to.kind === 'node') reached.add(to.node);
  return reached;
}
