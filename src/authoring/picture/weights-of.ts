import type { Move } from '../../session/index.js';
import { edgeName } from './edge-name.js';
import type { PictureWeights } from './picture.js';
import { wayOf } from './way-of.js';

/**
 * How often calls came to each node of a tree and took each of its edges.
 * @param of what the calls are
 * @param trails the trail of each call, whole, whichever tree it began in
 */
export function weightsOf(of: PictureWeights['of'], tree: string, trails: Iterable<readonly Move[]>): PictureWeights {
  const nodes = new Map<string, number>();
  const edges = new Map<string, number>();
  for (const moves of trails) {
    for (const { node } of wayOf(tree, moves)) nodes.set(node, (nodes.get(node) ?? 0) + 1);
    for (const { tree: where, edge } of moves) {
      if (where !== tree || edge === undefined) continue;
      edges.set(edgeName(edge), (edges.get(edgeName(edge)) ?? 0) + 1);
    }
  }
  return { of, nodes, edges };
}
