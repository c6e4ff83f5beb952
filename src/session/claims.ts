import type { KnowledgeBase, Node } from '../knowledge/index.js';
import { stepsAt } from './ask.js';
import type { Position, State } from './state.js';

/**
 * Where a name of something that was tried belongs, in the form in which it is kept: a procedure, `tree/node`,
 * `tree/fault`, or `tree/node:step0`. Undefined when the knowledge base has no steps of that name. `here` is where the
 * name was said.
 */
export function claimNamed(
  kb: KnowledgeBase,
  here: Pick<State, 'tree' | 'node' | 'stop'>,
  name: string,
): string | undefined {
  const { stop } = here;
  if (name === 'step') {
    return stop.type === 'doing' ? stepClaim(here, stop.steps[stop.index] ?? 0) : undefined;
  }
  const [address = '', step] = name.split(':step');
  const [first = '', second] = address.split('/');
  const [tree, id] = second === undefined ? [here.tree, first] : [first, second];
  const found = kb.trees.get(tree);
  const isNode = found?.nodes.has(id) === true;
  const steps = isNode ? stepsAt(kb, { tree, node: id }) : (found?.faults.get(id)?.fix ?? []);
  if (step !== undefined) {
    return isNode && steps[Number(step)] !== undefined ? stepClaim({ tree, node: id }, Number(step)) : undefined;
  }
  if (steps.length > 0) return `${tree}/${id}`;
  return second === undefined && kb.procedures.has(name) ? name : undefined;
}

/** The claim that stands for one step of a node. */
function stepClaim({ tree, node }: Position, step: number): string {
  return `${tree}/${node}:step${step}`;
}

/** The claim, if there is one, that stands for the whole node: for it, or for the fault that it mends. */
export function claimOfNode(state: Pick<State, 'tree' | 'claims'>, node: Node): string | undefined {
  const names = [`${state.tree}/${node.id}`, ...(node.kind === 'fault' ? [`${state.tree}/${node.fault}`] : [])];
  return state.claims.find((claim) => names.includes(claim));
}

/** The claim that stands for the step to be read now, and the steps from here on for which it stands; undefined without one. */
export function claimOfStep(
  kb: KnowledgeBase,
  state: Pick<State, 'tree' | 'node' | 'claims'>,
  node: Node,
  steps: readonly number[],
  index: number,
): { readonly what: string; readonly steps: readonly number[] } | undefined {
  if (state.claims.length === 0) return undefined;
  const left = steps.slice(index);
  const whole = claimOfNode(state, node);
  if (whole !== undefined) return { what: whole, steps: left };
  const [now = 0] = left;
  const one = stepClaim(state, now);
  if (state.claims.includes(one)) return { what: one, steps: [now] };
  const written = stepsAt(kb, state);
  const procedure = written[now]?.procedure;
  if (procedure === undefined || !state.claims.includes(procedure)) return undefined;
  return { what: procedure, steps: left.filter((step) => written[step]?.procedure === procedure) };
}

/** What can be said to have been tried where steps are being read, the usual name first; empty elsewhere. */
export function triable(kb: KnowledgeBase, state: State): readonly string[] {
  const { stop } = state;
  const node = kb.trees.get(state.tree)?.nodes.get(state.node);
  if (node === undefined || (stop.type !== 'doing' && stop.type !== 'isolated') || stop.steps.length === 0) return [];
  const steps = stepsAt(kb, state);
  const procedures = stop.steps.flatMap((step) => steps[step]?.procedure ?? []);
  const one = stop.type === 'doing' ? ['step'] : [];
  return [...new Set([node.id, ...(node.kind === 'fault' ? [node.fault] : []), ...procedures, ...one])];
}
