import type { KnowledgeBase } from '../knowledge/index.js';
import type { Condition, FactValue, Scalar } from '../rules/index.js';
import type { Asking } from '../session/index.js';
import type { CallerReply } from './scenario.js';

/** Everything that could be replied to a question and can make a difference; not knowing is left out. */
export function possibleReplies(kb: KnowledgeBase, now: Asking): readonly CallerReply[] {
  const { answers, expects, fact } = now;
  if (expects === 'choices') return [{ answer: [] }, ...answers.map(({ id }) => ({ answer: [id] }))];
  if (answers.length > 0) return answers.map(({ id }) => ({ answer: id }));
  if (fact === undefined) return [];
  return valuesThatMatter(kb, now.tree, fact).map((answer) => ({ answer }));
}

/** Values of a fact that has no list: those that conditions compare it with, and their neighbours. */
function valuesThatMatter(kb: KnowledgeBase, tree: string, name: string): readonly FactValue[] {
  const fact = kb.facts.get(name);
  if (fact === undefined) return [];
  const compared = conditionsOf(kb, tree).flatMap((condition) => comparedWith(condition, name));
  switch (fact.type) {
    case 'number': {
      const { min = 0, max = Number.MAX_SAFE_INTEGER } = fact;
      const numbers = compared.map(Number).filter(Number.isFinite);
      const near = numbers.flatMap((value) => [value - 1, value, value + 1]);
      const fitting = near.filter((value) => value >= min && value <= max);
      return fitting.length > 0 ? [...new Set(fitting)] : [min];
    }
    case 'date':
      return compared.length > 0 ? compared.map(String) : ['2026-01-15'];
    default: {
      const heard = fact.hear.flatMap(({ value }) => (value === undefined ? [] : [value]));
      return [...compared.map(String), ...heard, 'something that I cannot read'].slice(0, 3);
    }
  }
}

function conditionsOf(kb: KnowledgeBase, id: string): readonly Condition[] {
  const tree = kb.trees.get(id);
  const nodes = [...(tree?.nodes.values() ?? [])];
  const steps = [
    ...nodes.flatMap((node) => (node.kind === 'do' ? node.steps : [])),
    ...[...(tree?.faults.values() ?? [])].flatMap(({ fix }) => fix),
  ];
  return [
    ...nodes.flatMap((node) => (node.kind === 'decide' ? node.branches : [])),
    ...steps.flatMap(({ when }) => when ?? []),
    ...kb.rules.map(({ when }) => when),
    ...kb.conditions.values(),
  ];
}

function comparedWith(condition: Condition, fact: string): readonly Scalar[] {
  if ('all' in condition) return condition.all.flatMap((each) => comparedWith(each, fact));
  if ('any' in condition) return condition.any.flatMap((each) => comparedWith(each, fact));
  if ('not' in condition) return comparedWith(condition.not, fact);
  if ('condition' in condition || condition.fact !== fact) return [];
  return typeof condition.value === 'object' ? condition.value : [condition.value];
}
