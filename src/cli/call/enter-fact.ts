import { type FactValue, factValue } from '../../index.js';
import type { Desk } from './desk.js';

/** Asks the agent for the value of a fact, in the way its type wants; undefined when it is left. */
export async function enterFact({ call, front, style }: Desk, name: string): Promise<FactValue | undefined> {
  const fact = call.kb.facts.get(name);
  if (fact === undefined) return undefined;
  const { title, type, choices, unit } = fact;
  if (type === 'choice' || type === 'yes-no') return front.pick(title, choices);
  if (type === 'choices') {
    const chosen: string[] = [];
    for (;;) {
      const left = choices.filter(({ id }) => !chosen.includes(id));
      const more = chosen.length === 0 ? '' : ' (another one, or none to go on)';
      const next = left.length === 0 ? undefined : await front.pick(`${title}${more}`, left);
      if (next === undefined) return chosen.length === 0 ? undefined : chosen;
      chosen.push(next);
    }
  }
  const wanted = {
    number: unit === undefined ? 'a number' : `a number of ${unit}`,
    date: 'a date, as 2026-01-31',
    text: 'a text',
  }[type];
  for (;;) {
    const text = await front.type(`${title}: ${wanted}`);
    if (text === undefined) return undefined;
    const value = factValue(fact, text.replaceAll(/\s*\n\s*/g, ' '));
    if ('value' in value) return value.value;
    front.show(style.problem(value.reason));
  }
}
