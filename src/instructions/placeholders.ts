import { type Fact, type FactValue, factValue, type KnowledgeBase } from '../knowledge/index.js';
import { type Known, labelOf } from '../session/index.js';

/** A fact's value in words: the label of a choice, a number with its unit. */
export function valueInWords(fact: Fact, value: FactValue): string {
  if (fact.choices.length > 0) return labelOf(fact.choices, value);
  const text = typeof value === 'object' ? value.join(', ') : String(value);
  return fact.unit === undefined || !('value' in factValue(fact, value)) ? text : `${text} ${fact.unit}`;
}

/** Fills `{fact.name}` in a text. One that is not known stays visible, so that nobody reads a gap aloud. */
export function fill(kb: KnowledgeBase, facts: ReadonlyMap<string, Known>, text: string): string {
  return text.replace(/\{([a-z][a-z0-9.-]*)\}/g, (placeholder, name: string) => {
    const known = facts.get(name);
    const fact = kb.facts.get(name);
    return known === undefined || fact === undefined ? placeholder : valueInWords(fact, known.value);
  });
}
