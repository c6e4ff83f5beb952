import type { KnowledgeBase } from '../knowledge/index.js';
import { factOfPostponed } from './postponed.js';
import type { Draft, FaultStatus, Known, Move, Position, Reason, State } from './state.js';

/** No fact has changed. */
export const unchanged: ReadonlySet<string> = new Set();

/** Begins a new state from one that is kept as it is. */
export function draftFrom(state: State): Draft {
  // Written out, since every answer comes through here: spreading so many keys takes V8 sixty times as long.
  return {
    tree: state.tree,
    node: state.node,
    stack: state.stack,
    phase: state.phase,
    stop: state.stop,
    away: state.away,
    overtaken: state.overtaken,
    problems: state.problems,
    problem: state.problem,
    postponed: state.postponed,
    claims: state.claims,
    issues: state.issues,
    day: state.day,
    facts: state.facts,
    unknown: state.unknown,
    faults: state.faults,
    fired: state.fired,
    warnings: state.warnings,
    trail: state.trail,
    aside: state.aside,
    changed: unchanged,
  };
}

/** Adds a move at the place where the call is now. */
export function record(draft: Draft, reason: Reason, edge?: Move['edge']): void {
  const { tree, node } = draft;
  const move: Move = edge === undefined ? { tree, node, reason } : { tree, node, reason, edge };
  draft.trail = { move, before: draft.trail };
}

/** Makes a fact known; the rules about it are looked at before the call goes on. */
export function learn(draft: Draft, fact: string, known: Known): void {
  draft.facts = new Map(draft.facts).set(fact, known);
  draft.changed = new Set(draft.changed).add(fact);
  if (draft.unknown.has(fact)) {
    const unknown = new Map(draft.unknown);
    unknown.delete(fact);
    draft.unknown = unknown;
  }
}

/** Forgets the facts that an action can have changed. */
export function fade(kb: KnowledgeBase, draft: Draft): void {
  const fades = (fact: string): boolean => kb.facts.get(fact)?.fades === true;
  // What was put off about how it was before cannot be found out any more.
  draft.postponed = draft.postponed.filter((each) => !fades(factOfPostponed(kb, each) ?? ''));
  const gone = [...draft.facts.keys(), ...draft.unknown.keys()].filter(fades);
  if (gone.length === 0) return;
  draft.facts = new Map([...draft.facts].filter(([fact]) => !fades(fact)));
  draft.unknown = new Map([...draft.unknown].filter(([fact]) => !fades(fact)));
  draft.changed = new Set([...draft.changed, ...gone]);
}

/** Records what is now thought of a fault. */
export function judgeFault(draft: Draft, address: string, status: FaultStatus): void {
  if (draft.faults.get(address) !== status) draft.faults = new Map(draft.faults).set(address, status);
}

/** The end that the call has come to, if it has, is what the agent or the caller wanted. */
export function decided(draft: Draft): void {
  if (draft.phase.at === 'end') draft.phase = { ...draft.phase, decided: true };
}

/** Puts the call at a node, as if it had just come there. */
export function goTo(draft: Draft, position: Position): void {
  draft.tree = position.tree;
  draft.node = position.node;
  draft.phase = { at: 'node' };
}

const leavesWithoutEdge: ReadonlySet<Reason['kind']> = new Set(['jumped', 'came-back'] as const);

/** How many times the call has left this place, counted from the trail. */
export function timesLeft(draft: Pick<State, 'tree' | 'node' | 'trail'>): number {
  let count = 0;
  for (let entry = draft.trail; entry !== undefined; entry = entry.before) {
    const { tree, node, edge, reason } = entry.move;
    if (node === draft.node && tree === draft.tree && (edge !== undefined || leavesWithoutEdge.has(reason.kind)))
      count += 1;
  }
  return count;
}

/** The key of the next question about a fact: it counts how often the fact has been asked. */
export function factKey(draft: Pick<State, 'trail'>, fact: string): string {
  const prefix = `fact:${fact}#`;
  let count = 1;
  for (let entry = draft.trail; entry !== undefined; entry = entry.before) {
    const { reason } = entry.move;
    if ('question' in reason && reason.question?.key.startsWith(prefix)) count += 1;
  }
  return `${prefix}${count}`;
}
