import { type AskNode, edgesFrom, type Tree } from '../../knowledge/index.js';
import { confusedLines } from './confused-lines.js';
import type { Block, Line } from './document.js';
import { notKnownItems } from './not-known-items.js';
import type { Numbering } from './numbering.js';
import { wayOn, withGaps } from './refer-to.js';

/** A question of the chart: what is asked, what helps to ask it, and where each answer and each way of not knowing leads. */
export function questionEntry(numbering: Numbering, tree: Tree, node: AskNode): readonly Block[] {
  return [
    ...questionLines(numbering, tree, node).map((line): Block => ({ kind: 'line', line })),
    {
      kind: 'list',
      look: 'answers',
      items: [...answerItems(numbering, tree, node), ...notKnownItems(numbering, tree, node)].map((line) => [line]),
    },
  ];
}

/** What is asked, in lines. */
export function questionLines(numbering: Numbering, tree: Tree, node: AskNode): readonly Line[] {
  const { kb } = numbering;
  const fact = node.fact === undefined ? undefined : kb.facts.get(node.fact);
  const confused = confusedLines(kb, node.ifConfused);
  const other = edgesFrom(tree, node.id).find(({ kind }) => kind === 'confused');
  const otherWay: Line = other === undefined ? [] : [' Or else ', ...wayOn(numbering, tree.id, other.to), '.'];
  return [
    [{ strong: withGaps(kb, node.ask) }],
    ...(node.say === undefined ? [] : [[{ said: withGaps(kb, node.say) }]]),
    ...(fact === undefined ? [] : [[{ soft: `Already known (${fact.title})? Then do not ask, and go on.` }]]),
    ...(node.meanwhile ? [[{ soft: 'Can be asked earlier, while the caller waits for something.' }]] : []),
    ...(node.run === undefined
      ? []
      : [[{ soft: `It can be measured: ${kb.checks.get(node.run.check)?.name ?? node.run.check}.` }]]),
    ...(node.why === undefined ? [] : [[{ soft: `Why: ${withGaps(kb, node.why)}` }]]),
    ...(node.note === undefined ? [] : [[{ soft: 'Note: ' }, withGaps(kb, node.note)]]),
    ...(confused.length > 0 || other === undefined
      ? confused.map((line) => [...line, ...otherWay])
      : [[{ soft: 'If that is not understood: ' }, ...otherWay.slice(1)]]),
  ];
}

/** Each answer with where it leads. A reply that cannot be listed is one item. */
export function answerItems(numbering: Numbering, tree: Tree, node: AskNode): readonly Line[] {
  return edgesFrom(tree, node.id)
    .filter(({ kind }) => kind === 'answer')
    .map(({ label, to }) => {
      const answer = node.answers.find(({ id }) => id === label);
      const words = answer?.label ?? (label === '*' ? 'Write down the reply' : label);
      return [{ strong: words }, ': ', ...wayOn(numbering, tree.id, to)];
    });
}
