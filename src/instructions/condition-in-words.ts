import type { Condition, KnowledgeBase } from '../knowledge/index.js';
import { valueInWords } from './placeholders.js';
import { listed } from './sentence.js';

type Named = (title: string) => string;
type Comparison = Extract<Condition, { readonly operator: string }>;

const opposites: Readonly<Record<Comparison['operator'], Comparison['operator']>> = {
  equal: 'notEqual',
  notEqual: 'equal',
  in: 'notIn',
  notIn: 'in',
  contains: 'doesNotContain',
  doesNotContain: 'contains',
  lessThan: 'greaterThanInclusive',
  lessThanInclusive: 'greaterThan',
  greaterThan: 'lessThanInclusive',
  greaterThanInclusive: 'lessThan',
};

const compared: Readonly<Record<string, string>> = {
  equal: 'is',
  notEqual: 'is not',
  contains: 'includes',
  doesNotContain: 'does not include',
  lessThan: 'is less than',
  lessThanInclusive: 'is at most',
  greaterThan: 'is more than',
  greaterThanInclusive: 'is at least',
};
const comparedDays: Readonly<Record<string, string>> = {
  lessThan: 'is before',
  lessThanInclusive: 'is not after',
  greaterThan: 'is after',
  greaterThanInclusive: 'is not before',
};

/**
 * A condition as a clause that can stand after "if": "System" is Windows, and "Version of the system" is at least 10. A
 * condition with a name is written out.
 * @param named how the title of a fact is marked off from the rest: in quotation marks without it
 */
export function conditionInWords(
  kb: KnowledgeBase,
  condition: Condition,
  named: Named = (title) => `"${title}"`,
): string {
  if ('condition' in condition) {
    const known = kb.conditions.get(condition.condition);
    return known === undefined ? condition.condition : conditionInWords(kb, known, named);
  }
  if ('not' in condition && 'operator' in condition.not) {
    const operator = opposites[condition.not.operator];
    return comparison(kb, { ...condition.not, operator }, named);
  }
  if ('not' in condition) return `it is not so that ${part(kb, condition.not, named)}`;
  if ('all' in condition) return condition.all.map((each) => part(kb, each, named)).join(', and ');
  if ('any' in condition) return condition.any.map((each) => part(kb, each, named)).join(', or ');
  return comparison(kb, condition, named);
}

/** A condition inside another: in brackets where it would run together with what stands beside it. */
function part(kb: KnowledgeBase, condition: Condition, named: Named): string {
  const words = conditionInWords(kb, condition, named);
  const meant = 'condition' in condition ? kb.conditions.get(condition.condition) : condition;
  const several = meant !== undefined && ('all' in meant ? meant.all : 'any' in meant ? meant.any : []).length > 1;
  return several ? `(${words})` : words;
}

function comparison(kb: KnowledgeBase, { fact: name, operator, value }: Comparison, named: Named): string {
  const fact = kb.facts.get(name);
  const said = (one: string | number): string => (fact === undefined ? String(one) : valueInWords(fact, one));
  const title = named(fact?.title ?? name);
  const values = (Array.isArray(value) ? value : [value]) as readonly (string | number)[];
  if (operator === 'in') return `${title} is ${listed(values.map(said), 'or')}`;
  if (operator === 'notIn') return `${title} is not ${listed(values.map(said), 'or')}`;
  const verb = (fact?.type === 'date' ? comparedDays[operator] : undefined) ?? compared[operator] ?? operator;
  return `${title} ${verb} ${listed(values.map(said), 'or')}`;
}
