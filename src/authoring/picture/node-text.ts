import type { KnowledgeBase, Node, Tree } from '../../knowledge/index.js';
import { factsInCondition } from './facts-in-condition.js';

/** What happens at a node, in the words of its author: the question, the first step, the fault's name, the desk. */
export function nodeText(kb: KnowledgeBase, tree: Tree, node: Node): string {
  switch (node.kind) {
    case 'ask':
    case 'check':
      return node.ask;
    case 'do': {
      const [first] = node.steps;
      const isOne = node.steps.every(({ procedure }) => procedure !== undefined && procedure === first?.procedure);
      const title = isOne ? kb.procedures.get(first?.procedure ?? '')?.title : undefined;
      const text = title ?? first?.say ?? '';
      return node.steps.length > 1 ? `${node.steps.length} steps: ${text}` : text;
    }
    case 'decide':
      return `By: ${[...new Set(node.branches.flatMap((branch) => factsInCondition(kb, branch)))].join('; ')}`;
    case 'visit':
      return kb.trees.get(node.tree)?.title ?? node.tree;
    case 'fault':
      return tree.faults.get(node.fault)?.name ?? node.fault;
    case 'refer':
      return `${kb.desks.get(node.desk)?.name ?? node.desk}: ${node.because}`;
    case 'close':
      return node.outcome === 'resolved' ? 'Solved' : 'Not solved';
  }
}
