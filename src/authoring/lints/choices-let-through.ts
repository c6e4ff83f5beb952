import type { Condition, KnowledgeBase } from '../../knowledge/index.js';
import { foresee } from '../../rules/index.js';

/** The choices of a fact with which a condition can hold, whatever else is known. */
export function choicesLetThrough(kb: KnowledgeBase, when: Condition, fact: string): readonly string[] {
  const { verdict } = foresee(when, kb.conditions);
  return (kb.facts.get(fact)?.choices ?? [])
    .map(({ id }) => id)
    .filter((id) => verdict(new Map([[fact, id]])) !== 'false');
}
