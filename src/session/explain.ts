import type { KnowledgeBase, Node } from '../knowledge/index.js';
import { type Condition, factsOf, normalForm } from '../rules/index.js';
import { faultOf, nodeAt, treeAt } from './ask.js';
import { type FaultStatus, type Move, movesOf, type State } from './state.js';

/** The moves that bear on where the call stands: what was answered, known, told, done, tried, and what rules set. */
export function movesThatLedHere(state: State): readonly Move[] {
  const bearing = [
    'answered',
    'unsure',
    'known',
    'known-unsure',
    'told',
    'done',
    'tried',
    'skipped',
    'explained',
    'rule',
  ];
  return movesOf(state.trail).filter(({ reason }) => bearing.includes(reason.kind));
}

/** Why a fault is not what the call has come to. */
export interface WhyNot {
  readonly fault: string;
  /** What is thought of it; absent when the call has not come to it. */
  readonly status?: FaultStatus;
  /** The moves that ruled it out, or tried it. */
  readonly moves: readonly Move[];
}

/** Why not a fault: what ruled it out, or that the call has not come to it. `address` is `tree/fault`. */
export function whyNotFault(state: State, address: string): WhyNot {
  const [tree = '', fault = ''] = address.split('/');
  const status = state.faults.get(address);
  const moves = movesOf(state.trail).filter(({ tree: at, reason }) => {
    if (reason.kind === 'explained' || reason.kind === 'already-tried') return at === tree && reason.fault === fault;
    return (
      'question' in reason && reason.question?.purpose === 'verify' && at === tree && reason.question.fault === fault
    );
  });
  return status === undefined ? { fault: address, moves } : { fault: address, status, moves };
}

/** The facts that can still matter from here on in this tree, and are not known: asked for, or named in a condition. */
export function missingFacts(kb: KnowledgeBase, state: State): readonly string[] {
  if (state.phase.at === 'end') {
    const node = nodeAt(kb, state);
    return node.kind === 'refer' ? node.collect.filter((fact) => !state.facts.has(fact)) : [];
  }
  const tree = treeAt(kb, state);
  const ahead = [state.node];
  const facts = new Set<string>();
  for (const id of ahead) {
    const node = tree.nodes.get(id);
    if (node === undefined) continue;
    for (const fact of factsOfNode(kb, state, node)) facts.add(fact);
    for (const { to } of tree.edges.get(id) ?? []) {
      if (to.kind === 'node' && !ahead.includes(to.node)) ahead.push(to.node);
    }
  }
  return [...facts].filter((fact) => !state.facts.has(fact));
}

function factsOfNode(kb: KnowledgeBase, state: State, node: Node): readonly string[] {
  const named = (conditions: readonly (Condition | undefined)[]): readonly string[] =>
    conditions.flatMap((each) => (each === undefined ? [] : factsOf(normalForm(each, kb.conditions))));
  switch (node.kind) {
    case 'ask':
    case 'check':
      return node.fact === undefined ? [] : [node.fact];
    case 'decide':
      return named(node.branches);
    case 'do':
      return named(node.steps.map(({ when }) => when));
    case 'fault':
      return named(faultOf(treeAt(kb, state), node.fault).fix.map(({ when }) => when));
    case 'refer':
      return node.collect;
    default:
      return [];
  }
}
