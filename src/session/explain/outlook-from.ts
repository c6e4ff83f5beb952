import type { KnowledgeBase } from '../../knowledge/index.js';
import { placesAbout, stillOpen } from '../postponed.js';
import type { State } from '../state.js';
import { lookAhead, nothingAhead, type Outlook, type Whereabouts } from './look-ahead.js';
import { everyWay, type View, viewOf } from './view.js';

/** How many outlooks are remembered for a knowledge base before it starts anew. */
const remembered = 1024;

const outlooks = new WeakMap<KnowledgeBase, Map<string, Promise<Outlook>>>();

/** What a call can still come to from a place by what is known, worked out once for each such view. */
function outlookAt(kb: KnowledgeBase, view: View, from: Whereabouts): Promise<Outlook> {
  let known = outlooks.get(kb);
  if (known === undefined || known.size >= remembered) {
    known = new Map();
    outlooks.set(kb, known);
  }
  const places = [...from.stack, from].map(({ tree, node }) => `${tree}/${node}`);
  const key = JSON.stringify([places, [...view.known], [...view.unknown], [...view.faults]]);
  let outlook = known.get(key);
  if (outlook === undefined) {
    outlook = lookAhead(kb, view, from);
    known.set(key, outlook);
  }
  return outlook;
}

/** What a call can still come to from a state, with all that is known in it; also by the questions that were put off. */
export async function outlookFrom(kb: KnowledgeBase, state: State): Promise<Outlook> {
  const { phase } = state;
  const view = viewOf(kb, state);
  const ahead =
    phase.at === 'end'
      ? { ...nothingAhead, desks: new Set(phase.end.type === 'referred' ? [phase.end.desk] : []) }
      : await outlookAt(kb, view, state);
  // Only here can an answer to a question that was put off still change something.
  const later = state.postponed.length === 0 || state.overtaken ? [] : stillOpen(kb, state);
  const others = await Promise.all(
    later
      .filter(() => phase.at !== 'end' || state.stop.type === 'asking')
      .flatMap((each) => placesAbout(kb, state, each))
      .map(({ tree, node }) => outlookAt(kb, view, { tree, node, stack: tree === state.tree ? state.stack : [] })),
  );
  return others.length === 0 ? ahead : [ahead, ...others].reduce(together);
}

function together(one: Outlook, other: Outlook): Outlook {
  return {
    faults: new Map([...other.faults, ...one.faults]),
    desks: new Set([...one.desks, ...other.desks]),
    places: [...one.places, ...other.places],
  };
}

/** What the call can come to at the places it has left for others: by a jump, or for another problem of the caller. */
export async function outlooksLeft(kb: KnowledgeBase, state: State): Promise<readonly Outlook[]> {
  const view = viewOf(kb, state);
  const places = [
    ...state.away,
    ...state.problems.flatMap(({ place }, at) => (at === state.problem ? [] : (place ?? []))),
  ];
  return Promise.all(places.filter(({ phase }) => phase.at !== 'end').map((place) => outlookAt(kb, view, place)));
}

/** Whether the edges alone lead to a fault from a place, whatever is known. */
export async function leadsTo(kb: KnowledgeBase, from: Whereabouts, fault: string): Promise<boolean> {
  return (await outlookAt(kb, everyWay, from)).faults.has(fault);
}
