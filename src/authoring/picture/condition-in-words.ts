import { valueInWords } from '../../instructions/index.js';
import type { Condition, KnowledgeBase } from '../../knowledge/index.js';
import type { Scalar } from '../../rules/index.js';

type Comparison = Extract<Condition, { readonly fact: string }>;

const verbs: Readonly<Record<Comparison['operator'], string>> = {
  equal: 'is',
  notEqual: 'is not',
  in: 'is',
  notIn: 'is not',
  contains: 'has',
  doesNotContain: 'has not',
  lessThan: 'is below',
  lessThanInclusive: 'is at most',
  greaterThan: 'is above',
  greaterThanInclusive: 'is at least',
};

/** A condition in a few words, such as `Operating system is Windows or macOS`. */
export function conditionInWords(kb: Pick<KnowledgeBase, 'facts'>, condition: Condition): string {
  if ('all' in condition) return joined(kb, condition.all, 'and');
  if ('any' in condition) return joined(kb, condition.any, 'or');
  if ('not' in condition) return `not: ${conditionInWords(kb, condition.not)}`;
  if ('condition' in condition) return condition.condition.replaceAll('-', ' ');
  const { fact: name, operator, value } = condition;
  const fact = kb.facts.get(name);
  const words = (each: Scalar): string => (fact === undefined ? String(each) : valueInWords(fact, each));
  const values = typeof value === 'object' ? value.map(words) : [words(value)];
  return `${fact?.title ?? name} ${verbs[operator]} ${listed(values)}`;
}

function joined(kb: Pick<KnowledgeBase, 'facts'>, parts: readonly Condition[], word: 'and' | 'or'): string {
  return parts
    .map((part) => {
      const words = conditionInWords(kb, part);
      return 'all' in part || 'any' in part ? `(${words})` : words;
    })
    .join(` ${word} `);
}

function listed(values: readonly string[]): string {
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}
