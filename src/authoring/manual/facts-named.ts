import type { Condition, KnowledgeBase } from '../../knowledge/index.js';

/** The names of the facts on which conditions depend, each once, in the order in which they are written. */
export function factsNamed(kb: KnowledgeBase, conditions: readonly Condition[]): readonly string[] {
  return [...new Set(conditions.flatMap((condition) => namesIn(kb, condition)))];
}

function namesIn(kb: KnowledgeBase, condition: Condition): readonly string[] {
  if ('fact' in condition) return [condition.fact];
  if ('not' in condition) return namesIn(kb, condition.not);
  if ('condition' in condition) {
    const named = kb.conditions.get(condition.condition);
    return named === undefined ? [] : namesIn(kb, named);
  }
  return ('all' in condition ? condition.all : condition.any).flatMap((each) => namesIn(kb, each));
}
