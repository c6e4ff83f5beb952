import { edgesFrom, type Node, type Step, type Tree } from '../../knowledge/index.js';
import type { Lint } from './lint.js';

/** A caller who does not know is led to a risky step. */
export const unsureLeadsToRisk: Lint = {
  code: 'unsure-leads-to-risk',
  level: 'advice',
  summary: 'A caller who does not know is led to a risky step.',
  whole: true,
  *look({ kb }) {
    for (const tree of kb.trees.values())
      for (const node of tree.nodes.values())
        for (const { kind, to, at } of edgesFrom(tree, node.id))
          if (kind === 'unsure' && to.kind === 'node' && beginsWithRisk(tree, tree.nodes.get(to.node))) {
            yield {
              place: at,
              message: 'Who does not know goes on to a step that can do harm.',
              hint: 'Find it out another way first, or refer the call.',
            };
            break;
          }
  },
};

function beginsWithRisk(tree: Tree, node: Node | undefined): boolean {
  const steps: readonly Step[] =
    node?.kind === 'do' ? node.steps : node?.kind === 'fault' ? (tree.faults.get(node.fault)?.fix ?? []) : [];
  return steps.some(({ risky }) => risky);
}
