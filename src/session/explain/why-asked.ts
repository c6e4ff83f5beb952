import type { KnowledgeBase } from '../../knowledge/index.js';
import { faultOf, nodeAt, treeAt } from '../ask.js';
import { asked } from '../asked.js';
import type { Moment } from '../history.js';
import type { Position, State } from '../state.js';
import { type Hypothesis, hypotheses, type PossibleReply } from './hypotheses.js';
import { outlookFrom } from './outlook-from.js';

/** What a reply to the open question would leave. */
export interface Telling {
  /** The replies that leave the same, and lead to the same place. */
  readonly replies: readonly PossibleReply[];
  /** The faults that it can still be then, by address, the nearest first. */
  readonly faults: readonly string[];
  readonly desks: readonly string[];
}

/** Why a question is asked, or steps are read. */
export interface Why {
  /** The author's reason. */
  readonly why?: string;
  /** What each reply would leave; empty where no question is open, and without answers where any value will do. */
  readonly tellsApart: readonly Telling[];
  /** The faults that it can still be, by address, the nearest first. */
  readonly stillPossible: readonly string[];
  /** What steps are for: the fault that they mend, or the question that comes after them. */
  readonly serves?: { readonly fault: string } | (Position & { readonly ask: string });
}

/** Why the call is where it stands. `events` is how many events the session has. */
export async function whyAsked(kb: KnowledgeBase, moment: Moment, events: number): Promise<Why> {
  const { state } = moment.last;
  const { stop } = state;
  const outlook = await outlookFrom(kb, state);
  const stillPossible = [...outlook.faults.keys()];
  const author = stop.type === 'asking' ? asked(kb, stop.raised ?? state, stop.question).why : authorsReason(kb, state);
  const why = author === undefined ? {} : { why: author };
  if (stop.type === 'asking') {
    return { ...why, tellsApart: await tellings(kb, state, await hypotheses(kb, moment, events)), stillPossible };
  }
  const node = nodeAt(kb, state);
  if (stop.type === 'end') return { ...why, tellsApart: [], stillPossible };
  if (node.kind === 'fault')
    return { ...why, tellsApart: [], stillPossible, serves: { fault: `${state.tree}/${node.fault}` } };
  for (const { place } of outlook.places.slice(1)) {
    const next = nodeAt(kb, place);
    if (next.kind === 'ask' || next.kind === 'check')
      return { ...why, tellsApart: [], stillPossible, serves: { ...place, ask: next.ask } };
    if (next.kind !== 'fault') continue;
    const fault = `${place.tree}/${faultOf(treeAt(kb, place), next.fault).id}`;
    return { ...why, tellsApart: [], stillPossible, serves: { fault } };
  }
  return { ...why, tellsApart: [], stillPossible };
}

function authorsReason(kb: KnowledgeBase, state: State): string | undefined {
  return state.stop.type === 'end' ? undefined : nodeAt(kb, state).why;
}

async function tellings(kb: KnowledgeBase, before: State, all: readonly Hypothesis[]): Promise<readonly Telling[]> {
  const byOutcome = new Map<string, Telling>();
  for (const { reply, state } of all) {
    const { faults, desks } = await outlookFrom(kb, state);
    const mended = [...state.faults].filter(
      ([address, status]) => (status === 'fixed' || status === 'partly') && before.faults.get(address) !== status,
    );
    const telling = { faults: [...mended.map(([address]) => address), ...faults.keys()], desks: [...desks] };
    const key = JSON.stringify([state.tree, state.node, state.stop.type, telling]);
    const known = byOutcome.get(key);
    byOutcome.set(key, { ...telling, replies: [...(known?.replies ?? []), reply] });
  }
  return [...byOutcome.values()];
}
