import type { KnowledgeBase, UnsureKind } from '../../knowledge/index.js';
import type { FactValue } from '../../rules/index.js';
import { factOfPostponed } from '../postponed.js';
import type { FaultStatus, State } from '../state.js';

/** What will still hold further on, whatever is done until then: by it some of the ways on are closed. */
export interface View {
  readonly known: ReadonlyMap<string, FactValue>;
  readonly unknown: ReadonlyMap<string, UnsureKind>;
  readonly faults: ReadonlyMap<string, FaultStatus>;
}

/** The view of somebody who knows nothing of the call: every way is open. */
export const everyWay: View = { known: new Map(), unknown: new Map(), faults: new Map() };

/**
 * The view from a state. Facts that fade count as open, since a step on the way can change them, and so do those that
 * were put off: they will be asked once more.
 */
export function viewOf(kb: KnowledgeBase, state: State): View {
  const stays = ([fact]: readonly [string, unknown]): boolean => kb.facts.get(fact)?.fades !== true;
  const later = new Set(state.postponed.map((each) => factOfPostponed(kb, each)));
  return {
    known: new Map([...state.facts].filter(stays).map(([fact, { value }]) => [fact, value])),
    unknown: new Map([...state.unknown].filter((entry) => stays(entry) && !later.has(entry[0]))),
    faults: state.faults,
  };
}
