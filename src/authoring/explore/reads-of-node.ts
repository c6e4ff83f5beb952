import { type AskNode, edgesFrom, type KnowledgeBase, type Node, type Tree } from '../../knowledge/index.js';
import { type Comparison, comparisonsIn } from '../../rules/index.js';

/** A question about a fact, at its place. */
export interface AskPlace {
  readonly tree: Tree;
  readonly node: AskNode;
}

/** What a call that comes to a node can read there of what is known. */
export interface ReadsOfNode {
  readonly comparisons: readonly Comparison[];
  readonly ask?: AskPlace;
  /** The address of a fault that is passed once it is settled. */
  readonly fault?: string;
  /** Whether doing its steps can make facts stale. */
  readonly acts: boolean;
}

const known = new WeakMap<Node, ReadsOfNode>();

/** What a node reads itself; not what comes after it. */
export function readsOfNode(kb: KnowledgeBase, tree: Tree, node: Node): ReadsOfNode {
  let reads = known.get(node);
  if (reads === undefined) {
    reads = read(kb, tree, node);
    known.set(node, reads);
  }
  return reads;
}

function read(kb: KnowledgeBase, tree: Tree, node: Node): ReadsOfNode {
  switch (node.kind) {
    case 'ask':
    case 'check':
      return { comparisons: [], acts: false, ...(node.fact === undefined ? {} : { ask: { tree, node } }) };
    case 'decide':
      return { comparisons: node.branches.flatMap((branch) => comparisonsIn(branch, kb.conditions)), acts: false };
    case 'do':
      return { comparisons: conditionsOf(kb, node.steps), acts: true };
    case 'fault': {
      const { fix = [] } = tree.faults.get(node.fault) ?? {};
      return { comparisons: conditionsOf(kb, fix), fault: `${tree.id}/${node.fault}`, acts: fix.length > 0 };
    }
    default:
      return { comparisons: [], acts: false };
  }
}

function conditionsOf(kb: KnowledgeBase, steps: Extract<Node, { kind: 'do' }>['steps']): readonly Comparison[] {
  return steps.flatMap(({ when }) => (when === undefined ? [] : comparisonsIn(when, kb.conditions)));
}

/** The index of the edge that a value of the fact takes out of a question; -1 where it has none, and is asked again. */
export function edgeOfValue({ tree, node }: AskPlace, value: string): number {
  const edges = edgesFrom(tree, node.id);
  const own = edges.findIndex(({ kind, label }) => kind === 'answer' && label === value);
  return own >= 0 ? own : edges.findIndex(({ kind, label }) => kind === 'answer' && label === '*');
}
