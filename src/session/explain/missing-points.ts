import type { KnowledgeBase } from '../../knowledge/index.js';
import { nodeAt } from '../ask.js';
import type { State } from '../state.js';
import { outlookFrom } from './outlook-from.js';
import { type OpenPoint, questionsAt } from './questions-at.js';
import { type View, viewOf } from './view.js';

/** What a conclusion still lacks, the nearest first. */
export interface Missing {
  /** Named facts that are not known, each with where it would first be asked. */
  readonly facts: readonly (OpenPoint & { readonly fact: string })[];
  /** Questions without a named fact. */
  readonly questions: readonly (OpenPoint & { readonly ask: string })[];
}

/** The facts and questions that can still matter from where the call stands, and are open. */
export async function missingPoints(kb: KnowledgeBase, state: State): Promise<Missing> {
  const facts = new Map<string, Missing['facts'][number]>();
  const questions = new Map<string, Missing['questions'][number]>();
  for (const point of await pointsAhead(kb, state)) {
    const { tree, node, fact, ask } = point;
    if (fact !== undefined) {
      // A fact that has been learnt and may fade is not missing now.
      if (!state.facts.has(fact) && (!facts.has(fact) || facts.get(fact)?.ask === undefined))
        facts.set(fact, { ...point, fact });
    } else if (ask !== undefined) {
      const address = `${tree}/${node}`;
      if (!questions.has(address)) questions.set(address, { ...point, ask });
    }
  }
  return { facts: [...facts.values()], questions: [...questions.values()] };
}

async function pointsAhead(kb: KnowledgeBase, state: State): Promise<readonly OpenPoint[]> {
  const view: View = viewOf(kb, state);
  if (state.phase.at === 'end') return nodeAt(kb, state).kind === 'refer' ? questionsAt(kb, view, state) : [];
  const { places } = await outlookFrom(kb, state);
  // Of the place where the call stands only what is not answered counts: while steps are read it has been left behind.
  return places.flatMap(({ place }, index) =>
    index === 0 && state.stop.type !== 'asking' ? [] : questionsAt(kb, view, place),
  );
}
