import { type KnowledgeBase, withoutUndefined } from '../knowledge/index.js';
import { goTo, record } from './draft.js';
import type { Act } from './event.js';
import type { Draft, Place, Position, Problem, State } from './state.js';

type Of<Key extends string> = Extract<Act, { readonly [K in Key]: unknown }>;

/** The position an address names, if the knowledge base holds it. */
export function positionOf(kb: KnowledgeBase, address: string): Position | undefined {
  const [tree = '', node = ''] = address.split('/');
  return kb.trees.get(tree)?.nodes.has(node) ? { tree, node } : undefined;
}

function placeOf({ tree, node, stack, phase, away, overtaken }: Draft): Place {
  return { tree, node, stack, phase, away, overtaken };
}

function putBack(draft: Draft, place: Place): void {
  goTo(draft, place);
  const { stack, phase, away, overtaken } = place;
  Object.assign(draft, { stack, phase, away, overtaken });
}

/** Goes to a node because the agent wants to, and remembers where that was. */
export function jump(kb: KnowledgeBase, draft: Draft, act: Of<'jump'>, event: number): void {
  const to = positionOf(kb, act.jump) as Position;
  record(draft, { kind: 'jumped', key: draft.stop.key, to, why: act.why ?? '', event });
  draft.away = [...draft.away, placeOf(draft)];
  if (to.tree !== draft.tree) draft.stack = [];
  draft.overtaken = false;
  goTo(draft, to);
}

/** Comes back to where the last jump left. */
export function comeBack(draft: Draft, event: number): void {
  const place = draft.away.at(-1);
  if (place === undefined) return;
  record(draft, { kind: 'came-back', key: draft.stop.key, to: { tree: place.tree, node: place.node }, event });
  putBack(draft, place);
}

/** The open problem with a tree's name, if there is one. */
export function openProblem(state: State, tree: string): number | undefined {
  const number = state.problems.findIndex((problem, at) => problem.tree === tree && isOpen(state, at));
  return number === -1 ? undefined : number;
}

/** Whether a problem of the call has not come to its end yet. */
export function isOpen(state: State, number: number): boolean {
  const phase = number === state.problem ? state.phase : state.problems[number]?.place?.phase;
  return phase !== undefined && phase.at !== 'end';
}

/** Whether an act about another problem can be done: a tree that is no open problem, or another problem's number. */
export function canTurn(kb: KnowledgeBase, state: State, problem: string | number): boolean {
  if (typeof problem === 'string') return kb.trees.has(problem) && openProblem(state, problem) === undefined;
  return Number.isInteger(problem) && problem !== state.problem && state.problems[problem] !== undefined;
}

/** Opens another problem of the same call, or turns to one; the one that was dealt with stays as it is. */
export function turnTo(kb: KnowledgeBase, draft: Draft, act: Of<'problem'>, event: number): void {
  const { problem, words } = act;
  const from = draft.problem;
  const number = typeof problem === 'number' ? problem : draft.problems.length;
  const place = typeof problem === 'number' ? (draft.problems[problem]?.place as Place) : startOf(kb, problem);
  const to = { tree: place.tree, node: place.node };
  const said = withoutUndefined({ words });
  record(draft, { kind: 'problem', key: draft.stop.key, number, to, ...said, event });
  const left = placeOf(draft);
  const opened: readonly Problem[] =
    typeof problem === 'number' ? draft.problems : [...draft.problems, { tree: problem, ...said }];
  draft.problems = opened.map((each, at) => (at === from ? { ...each, place: left } : each));
  draft.problem = number;
  putBack(draft, place);
}

function startOf(kb: KnowledgeBase, tree: string): Place {
  const node = kb.trees.get(tree)?.start ?? '';
  return { tree, node, stack: [], phase: { at: 'node' }, away: [], overtaken: false };
}
