import type { Condition, KnowledgeBase } from '../../knowledge/index.js';

/** The titles of the facts that a condition looks at, each once. */
export function factsInCondition(kb: Pick<KnowledgeBase, 'facts'>, condition: Condition): readonly string[] {
  if ('all' in condition || 'any' in condition) {
    const parts = 'all' in condition ? condition.all : condition.any;
    return [...new Set(parts.flatMap((part) => factsInCondition(kb, part)))];
  }
  if ('not' in condition) return factsInCondition(kb, condition.not);
  if ('condition' in condition) return [condition.condition.replaceAll('-', ' ')];
  return [kb.facts.get(condition.fact)?.title ?? condition.fact];
}
