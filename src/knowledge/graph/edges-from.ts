import type { Edge, Tree } from '../model.js';

const none: readonly Edge[] = Object.freeze([]);

/** What can follow a node of a tree, in written order; nothing for a node that the tree does not have. */
export function edgesFrom(tree: Pick<Tree, 'edges'>, node: string): readonly Edge[] {
  return tree.edges.get(node) ?? none;
}
