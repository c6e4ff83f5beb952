import type { KnowledgeBase } from '../../knowledge/index.js';
import type { Place } from '../../source/index.js';
import type { Lint } from './lint.js';
import { plainWords } from './plain-words.js';

/** The same question is written in two nodes that share no fact. */
export const questionTwice: Lint = {
  code: 'question-twice',
  level: 'warning',
  summary: 'The same question is written in two nodes that share no fact.',
  whole: true,
  *look({ kb }) {
    const seen = new Map<string, { readonly tree: string; readonly node: string; readonly at: Place }[]>();
    for (const tree of kb.trees.values())
      for (const node of tree.nodes.values()) {
        if (!('answers' in node) || node.fact !== undefined) continue;
        const key = `${plainWords(node.ask)} ${node.answers.map(({ id }) => id).join(' ')}`;
        const others = seen.get(key) ?? [];
        seen.set(key, [...others, { tree: tree.id, node: node.id, at: node.at }]);
        const first = others.find((other) => other.tree === tree.id || visits(kb, other.tree, tree.id));
        if (first !== undefined)
          yield {
            place: node.at,
            message: `The node ${first.tree}/${first.node} asks the same: a caller who comes through both is asked twice.`,
            hint: 'Declare a fact in facts.yaml, and name it under "fact" in both.',
            related: [{ place: first.at, message: 'The same question.' }],
          };
      }
  },
};

/** Whether a call can be in both trees, because one visits the other. */
function visits(kb: KnowledgeBase, one: string, other: string): boolean {
  const named = (from: string, to: string): boolean =>
    [...(kb.trees.get(from)?.nodes.values() ?? [])].some((node) => node.kind === 'visit' && node.tree === to);
  return named(one, other) || named(other, one);
}
