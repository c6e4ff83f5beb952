import type { KnowledgeBase } from '../knowledge/index.js';
import type { Condition, FactValue } from '../rules/index.js';

/** Something that stops any call at once: a fact with a value, and what the rule warns of. */
export interface Danger {
  readonly fact: string;
  readonly value: FactValue;
  readonly label: string;
  readonly warn?: string;
}

/**
 * What stops a call at once when it is told: the facts and values that alone make a rule lead elsewhere, the most
 * pressing first. Each value stands once, and two facts with the same warning and the same place are one danger.
 */
export function dangers(kb: KnowledgeBase): readonly Danger[] {
  const found = new Map<string, Danger>();
  const facts = new Map<string, string>();
  for (const { when, go, warn } of kb.rules) {
    if (go === undefined) continue;
    for (const { fact, value } of enough(when)) {
      const declared = kb.facts.get(fact);
      const choice = declared?.choices.find(({ id }) => id === value);
      if (declared === undefined || choice === undefined) continue;
      const same = warn === undefined ? undefined : `${JSON.stringify(go)} ${warn}`;
      if (same !== undefined && (facts.get(same) ?? fact) !== fact) continue;
      if (same !== undefined) facts.set(same, fact);
      const label = declared.type === 'yes-no' ? `${declared.title}: ${choice.label}` : choice.label;
      const told = declared.type === 'choices' ? [choice.id] : choice.id;
      const key = `${fact}=${choice.id}`;
      if (!found.has(key)) found.set(key, { fact, value: told, label, ...(warn === undefined ? {} : { warn }) });
    }
  }
  return [...found.values()];
}

/** The single values that make a condition true by themselves. */
function enough(when: Condition): readonly { readonly fact: string; readonly value: unknown }[] {
  if ('any' in when) return when.any.flatMap(enough);
  if (!('fact' in when)) return [];
  return when.operator === 'equal' || when.operator === 'contains' ? [{ fact: when.fact, value: when.value }] : [];
}
