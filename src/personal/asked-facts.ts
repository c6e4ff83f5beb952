import type { Fact, KnowledgeBase } from '../knowledge/index.js';

/**
 * The facts that a question can ask for. `question` is its key (`tree/node#2`, `fact:os#1`, `tell:os`) or what a change of
 * an answer names (`power`, `printer-offline/power`, `os`): a node without its tree can be one of several trees. Empty
 * for a question that asks for no fact.
 */
export function askedFacts(kb: KnowledgeBase, question: string): readonly Fact[] {
  const [, named, place = ''] = /^(?:(fact|tell):)?([^#]*)/.exec(question) ?? [];
  const fact = kb.facts.get(place);
  if (named !== undefined || fact !== undefined) return fact === undefined ? [] : [fact];
  if (question.includes(':')) return [];
  const [first = '', second] = place.split('/');
  const trees = second === undefined ? [...kb.trees.values()] : [kb.trees.get(first)];
  return trees.flatMap((tree) => {
    const node = tree?.nodes.get(second ?? first);
    const name = node !== undefined && 'fact' in node ? node.fact : undefined;
    return (name === undefined ? undefined : kb.facts.get(name)) ?? [];
  });
}
