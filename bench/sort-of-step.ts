import type { Condition, Input, KnowledgeBase, Move, Situation, Step, Tree } from '../src/index.js';

/**
 * What a step makes the engine do:
 * - plain: an answer at an ask node leads along one edge, and no condition is looked at
 * - decide, when, rules: conditions of decide nodes, of steps, of rules are looked at
 * - done: a step is marked as done, and no condition is looked at
 * - other: verifications, ways of not knowing, skips, visits
 */
export type SortOfStep = 'plain' | 'decide' | 'when' | 'rules' | 'done' | 'other';

/** A step with the situations before and after, and the moves between. */
export interface SeenStep {
  readonly from: Situation;
  readonly input: Input;
  readonly moves: readonly Move[];
  readonly to: Situation;
}

/** The sort of a step. */
export function sortOfStep(kb: KnowledgeBase, { from, input, moves, to }: SeenStep): SortOfStep {
  if (moves.some(({ reason }) => reason.kind === 'decided')) return 'decide';
  if ([...moves.slice(1), to].some((at) => hasConditions(kb, at) && at.node !== from.node)) return 'when';
  const learnt = from.type === 'asking' && 'answer' in input ? from.fact : undefined;
  if (learnt !== undefined && kb.rules.some(({ when }) => names(when, learnt))) return 'rules';
  if ('done' in input) return 'done';
  const [move] = moves;
  const plain = moves.length === 1 && move?.reason.kind === 'answered' && move.edge?.kind === 'answer';
  return plain && from.type === 'asking' && from.purpose === 'node' ? 'plain' : 'other';
}

function hasConditions(kb: KnowledgeBase, at: { readonly tree: string; readonly node: string }): boolean {
  const tree = kb.trees.get(at.tree) as Tree;
  const node = tree.nodes.get(at.node);
  const steps: readonly Step[] =
    node?.kind === 'do' ? node.steps : node?.kind === 'fault' ? (tree.faults.get(node.fault)?.fix ?? []) : [];
  return steps.some(({ when }) => when !== undefined);
}

function names(condition: Condition, fact: string): boolean {
  return JSON.stringify(condition).includes(`"fact":${JSON.stringify(fact)}`);
}
