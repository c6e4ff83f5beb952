import type { KnowledgeBase } from '../knowledge/index.js';
import { factsOf, normalForm } from '../rules/index.js';
import { nodeAt, stepsAt, treeAt } from './ask.js';
import { type Draft, movesOf, type Position, type Postponed, type State, type Stop } from './state.js';

/** The questions that were put off and are still open: nothing has told since what they ask for. */
export function stillOpen(kb: KnowledgeBase, state: Pick<State, 'postponed' | 'facts'>): readonly Postponed[] {
  return state.postponed.filter((each) => {
    const fact = factOfPostponed(kb, each);
    return fact === undefined || !state.facts.has(fact);
  });
}

/** The fact that a question asks for which was put off, if it asks for one. */
export function factOfPostponed(kb: KnowledgeBase, { tree, node, question }: Postponed): string | undefined {
  if (question.purpose === 'fact') return question.fact;
  const found = kb.trees.get(tree)?.nodes.get(node);
  return found !== undefined && 'fact' in found ? found.fact : undefined;
}

/**
 * The question that was put off and has to be asked before the call comes to a conclusion at `stop`: one whose answer
 * could have led elsewhere, of the same problem, or about a fact that this problem did without. A conclusion to which a
 * rule, the agent or a known issue has led does not wait.
 */
export function questionToRaise(kb: KnowledgeBase, draft: Draft, stop: Stop): Postponed | undefined {
  if (draft.postponed.length === 0 || draft.overtaken || !isConclusion(draft, stop)) return undefined;
  return stillOpen(kb, draft).find((each) =>
    each.problem === draft.problem ? canChange(kb, each) : placesAbout(kb, draft, each).length > 0,
  );
}

/**
 * Where the problem that is dealt with depends on a question that was put off: where that was asked, or, in another
 * problem, wherever this one has looked at the same fact.
 */
export function placesAbout(kb: KnowledgeBase, state: State, postponed: Postponed): readonly Position[] {
  if (postponed.problem === state.problem) return [postponed];
  const fact = factOfPostponed(kb, postponed);
  if (fact === undefined) return [];
  let problem = 0;
  const places: Position[] = [];
  for (const move of movesOf(state.trail)) {
    if (move.reason.kind === 'problem') problem = move.reason.number;
    else if (problem === state.problem) places.push(move);
  }
  return [...places, state].filter((place) => factsAt(kb, place).includes(fact));
}

function factsAt(kb: KnowledgeBase, place: Position): readonly string[] {
  const node = nodeAt(kb, place);
  if ('fact' in node) return node.fact === undefined ? [] : [node.fact];
  const conditions = node.kind === 'decide' ? node.branches : stepsAt(kb, place).flatMap(({ when }) => when ?? []);
  return conditions.flatMap((each) => factsOf(normalForm(each, kb.conditions)));
}

function isConclusion({ phase }: Draft, stop: Stop): boolean {
  if (stop.type === 'isolated') return true;
  // Whether the fix that was found has been tried already.
  if (stop.type === 'asking') return stop.question.purpose === 'tried' && phase.at === 'node';
  return phase.at === 'end' && phase.decided !== true;
}

function canChange(kb: KnowledgeBase, each: Postponed): boolean {
  if (factOfPostponed(kb, each) !== undefined) return true;
  const edges = treeAt(kb, each).edges.get(nodeAt(kb, each).id) ?? [];
  const ways = edges.filter(({ kind }) => kind === 'answer' || kind === 'unsure').map(({ to }) => JSON.stringify(to));
  return new Set(ways).size > 1;
}
