import type { Edge, KnowledgeBase } from '../../knowledge/index.js';
import { nodeAt } from '../ask.js';
import { closesAfter, edgeOut, wayBack } from '../follow.js';
import { isSettled, type Position } from '../state.js';
import type { View } from './view.js';
import { waysOn } from './ways-on.js';

/** Where a call goes on from: a place, and the visits it is inside. */
export interface Whereabouts extends Position {
  readonly stack: readonly Position[];
}

/** A place that the call can come to, and the one before it on a short way there. */
export interface Ahead {
  readonly place: Position;
  readonly before?: Ahead;
}

/** What a call can still come to. */
export interface Outlook {
  /** By address, `tree/fault`, without those that are settled. */
  readonly faults: ReadonlyMap<string, Ahead>;
  readonly desks: ReadonlySet<string>;
  /** The nearest first, the place itself before all others. */
  readonly places: readonly Ahead[];
}

/** There is nothing ahead: the call is over. */
export const nothingAhead: Outlook = { faults: new Map(), desks: new Set(), places: [] };

// A place is looked at once for each way back from it: `back` is how many visits of the stack are still around it, or the
// tree when it was entered by a visit on the way. All visits of one tree come to the same places and ends.
interface Step extends Ahead {
  readonly back: number | string;
}

/**
 * Looks at everything that can follow from a place by the edges of the trees, through visits and back. What rules may do
 * on the way is not foreseen. The way to a place behind a visit leaves out what happens inside the visit.
 */
export async function lookAhead(kb: KnowledgeBase, view: View, from: Whereabouts): Promise<Outlook> {
  const faults = new Map<string, Ahead>();
  const desks = new Set<string>();
  const seen = new Set<string>();
  const visitors = new Map<string, Step[]>();
  const ended = new Set<string>();
  const steps: Step[] = [];
  const add = (place: Position, back: Step['back'], before?: Ahead): void => {
    const key = `${back} ${place.tree}/${place.node}`;
    if (seen.has(key)) return;
    seen.add(key);
    steps.push(before === undefined ? { place, back } : { place, back, before });
  };
  const comeBack = (visit: Position, back: Step['back'], before: Ahead): void => {
    const then = edgeOut(kb, visit, 'then');
    if (then !== undefined) go({ place: visit, back, before }, then);
  };
  const go = (step: Step, { to }: Edge): void => {
    const { place, back } = step;
    if (to.kind === 'node') add({ tree: place.tree, node: to.node }, back, step);
    else if (to.kind === 'desk') desks.add(to.desk);
    else if (to.kind === 'tree') visit(step, to.tree);
    else if (typeof back === 'number') {
      const visitor = back === 0 ? undefined : from.stack[back - 1];
      if (visitor !== undefined) comeBack(visitor, back - 1, step);
    } else if (!ended.has(back)) {
      ended.add(back);
      for (const visitor of visitors.get(back) ?? []) comeBack(visitor.place, visitor.back, visitor);
    }
  };
  const visit = (step: Step, id: string): void => {
    const tree = kb.trees.get(id);
    const around = typeof step.back === 'number' ? from.stack.slice(0, step.back) : [];
    const inside = tree && wayBack({ ...step.place, stack: around }, id);
    if (inside !== undefined) {
      // Of a tree on the way nobody knows what is around it: what leads back to that is looked at as a visit.
      const back = typeof step.back === 'number' ? inside.stack.length : step.back;
      if (closesAfter(kb, inside.visit)) desks.add(kb.defaultDesk);
      else comeBack(inside.visit, back, step);
      return;
    }
    visitors.set(id, [...(visitors.get(id) ?? []), step]);
    if (tree !== undefined) add({ tree: id, node: tree.start }, id, step);
    if (tree === undefined || ended.has(id)) comeBack(step.place, step.back, step);
  };

  add({ tree: from.tree, node: from.node }, from.stack.length);
  for (const step of steps) {
    const node = nodeAt(kb, step.place);
    const fault = node.kind === 'fault' ? `${step.place.tree}/${node.fault}` : undefined;
    if (fault !== undefined && !faults.has(fault) && !isSettled(view.faults.get(fault))) faults.set(fault, step);
    const ways = waysOn(kb, view, step.place);
    const edges = ways instanceof Promise ? await ways : ways;
    if (edges.length === 0) desks.add(kb.defaultDesk);
    for (const edge of edges) if (node.kind !== 'visit' || edge.kind === 'visit') go(step, edge);
  }
  return { faults, desks, places: steps };
}
