import type { Move } from '../../session/index.js';
import { edgeName } from './edge-name.js';
import type { PictureCall } from './picture.js';

/**
 * The way of a call through one tree: the nodes that it came to, and by which edge it left each. What it did in other trees is
 * passed over, and so are moves that stay where they are.
 * @param moves the trail of the call, whole
 */
export function wayOf(tree: string, moves: readonly Move[]): PictureCall['steps'] {
  const steps: { node: string; edge?: string; isVisit?: boolean }[] = [];
  let ahead: string | undefined;
  for (const { tree: where, node, edge, reason } of moves) {
    if (where === tree) {
      const last = steps.at(-1);
      const stays = last?.node === node && (last.edge === undefined || last.isVisit === true);
      const step = stays ? last : { node };
      if (!stays) steps.push(step);
      if (edge !== undefined) Object.assign(step, { edge: edgeName(edge), isVisit: edge.kind === 'visit' });
    }
    // The call may end where it comes to: nothing moves it on from there.
    const to = 'to' in reason ? reason.to : undefined;
    if (to !== undefined) ahead = to.tree === tree ? to.node : undefined;
    else if (edge !== undefined) ahead = where === tree && edge.to.kind === 'node' ? edge.to.node : undefined;
  }
  if (ahead !== undefined) {
    const last = steps.at(-1);
    if (last?.node !== ahead || last.edge !== undefined) steps.push({ node: ahead });
  }
  return steps.map(({ node, edge }) => (edge === undefined ? { node } : { node, edge }));
}
