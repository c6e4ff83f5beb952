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
 * pressing first. Each value stands once, and so does a danger that another rule knows by another fact: it warns alike and
 * leads to the same place.
 */
export function dangers(kb: KnowledgeBase): readonly Danger[] {
  const found = new Map<string, Danger>();
  const known = new Map<string, readonly string[]>();
  for (const { when, go, warn } of kb.rules) {
    if (go === undefined) continue;
    const values = enough(when);
    const same = JSON.stringify([go, warn ?? values]);
    const before = known.get(same);
    known.set(same, before ?? values.map(({ fact }) => fact));
    for (const { fact, value } of values) {
      if (before !== undefined && !before.includes(fact)) continue;
      const declared = kb.facts.get(fact);
      const choice = declared?.choices.find(({ id }) => id === value);
      if (declared === undefined || choice === undefined) continue;
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
