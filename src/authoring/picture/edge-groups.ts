import { type Edge, edgesFrom, type Tree } from '../../knowledge/index.js';
import { edgeName } from './edge-name.js';
import type { PictureEdge, PictureWeights } from './picture.js';

/** Edges of a tree that are drawn as one line: from one node to another, in one manner. */
export interface EdgeGroup {
  readonly from: string;
  readonly to: string;
  readonly manner: PictureEdge['manner'];
  readonly edges: readonly Edge[];
  /** How often it was taken, where that is counted. */
  readonly number?: number;
}

/**
 * The lines of a tree, in the order of its nodes and edges. Where calls are counted, what was never taken is a line of its
 * own beside what was.
 */
export function edgeGroups(tree: Tree, weights: PictureWeights | undefined): readonly EdgeGroup[] {
  const groups = new Map<string, EdgeGroup>();
  for (const id of tree.nodes.keys()) {
    for (const edge of edgesFrom(tree, id)) {
      if (edge.to.kind !== 'node') continue;
      const manner = edge.kind === 'unsure' || edge.kind === 'confused' ? 'unknown' : 'known';
      const number = weights?.edges.get(edgeName(edge)) ?? 0;
      const key = JSON.stringify([id, edge.to.node, manner, weights !== undefined && number > 0]);
      const before = groups.get(key);
      groups.set(key, {
        from: id,
        to: edge.to.node,
        manner,
        edges: [...(before?.edges ?? []), edge],
        ...(weights === undefined ? {} : { number: (before?.number ?? 0) + number }),
      });
    }
  }
  return [...groups.values()];
}
