import type { Condition, Fact, FactValue, KnowledgeBase } from '../../knowledge/index.js';

/**
 * Values of a fact that can make a difference to conditions: all of its choices; of numbers, dates and texts those that they
 * name, and one below, between and above. Of a fact with several choices each by itself, none and all.
 */
export function tellingValues(kb: KnowledgeBase, fact: Fact, conditions: readonly Condition[]): readonly FactValue[] {
  const ids = fact.choices.map(({ id }) => id);
  if (fact.type === 'yes-no') return ['yes', 'no'];
  if (fact.type === 'choice') return ids;
  if (fact.type === 'choices') return [[], ...ids.map((id) => [id]), ids];
  const named = [...new Set(conditions.flatMap((condition) => [...valuesNamed(kb, condition, fact.name)]))];
  if (fact.type === 'number') {
    const numbers = named.map(Number).sort((a, b) => a - b);
    const within = (value: number): boolean => value >= (fact.min ?? value) && value <= (fact.max ?? value);
    return [...new Set(numbers.flatMap((value) => [value - 1, value - 0.5, value, value + 0.5, value + 1]))].filter(
      within,
    );
  }
  if (fact.type === 'date') return ['1900-01-01', ...named.map(String), '2999-12-31'];
  return [...named.map(String), 'something else'];
}

function* valuesNamed(kb: KnowledgeBase, condition: Condition, fact: string): Iterable<string | number> {
  if ('all' in condition) for (const each of condition.all) yield* valuesNamed(kb, each, fact);
  else if ('any' in condition) for (const each of condition.any) yield* valuesNamed(kb, each, fact);
  else if ('not' in condition) yield* valuesNamed(kb, condition.not, fact);
  else if ('condition' in condition) {
    const named = kb.conditions.get(condition.condition);
    if (named !== undefined) yield* valuesNamed(kb, named, fact);
  } else if (condition.fact === fact) {
    const { value } = condition;
    yield* typeof value === 'object' ? value : [value];
  }
}
