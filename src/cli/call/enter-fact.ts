import { type FactValue, factValue } from '../../index.js';
import type { Desk } from './desk.js';
import type { Front, Option } from './front.js';

/** Asks the agent for the value of a fact, in the way its type wants; undefined when it is left. */
export async function enterFact({ call, front, style }: Desk, name: string): Promise<FactValue | undefined> {
  const fact = call.kb.facts.get(name);
  if (fact === undefined) return undefined;
  const { title, type, choices, unit } = fact;
  if (type === 'choice' || type === 'yes-no') return front.pick(title, choices);
  if (type === 'choices') return severalOf(front, title, choices);
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

const enough = 'enough';

/** Several of a list, one after another; an empty list when none of them applies. */
async function severalOf(
  front: Front,
  title: string,
  choices: readonly Option[],
): Promise<readonly string[] | undefined> {
  const chosen: string[] = [];
  for (;;) {
    const left = choices.filter(({ id }) => !chosen.includes(id)).map(({ id, label }) => ({ id, label }));
    const last = { id: enough, label: chosen.length === 0 ? 'Nothing of this applies' : 'That is all' };
    const next = await front.pick(chosen.length === 0 ? title : `${title}: what else?`, [...left, last]);
    if (next === undefined) return undefined;
    if (next === enough) return chosen;
    chosen.push(next);
  }
}
