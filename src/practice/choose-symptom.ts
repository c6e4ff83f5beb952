import type { KnowledgeBase } from '../knowledge/index.js';
import { listen } from '../search/index.js';
import { situation, start } from '../session/index.js';
import { shuffled } from './chance.js';
import type { Scenario } from './scenario.js';

/** How many symptoms are looked at until one speaks for what is hidden. */
const mostLooks = 24;

/**
 * The scenario with first words that fit it: one of the tree's symptoms that tells no fact and no first answer which is
 * otherwise there; if there is one, a symptom that speaks for the right answer. The facts that it tells are true from
 * then on.
 */
export async function chooseSymptom(kb: KnowledgeBase, scenario: Scenario, seed: number): Promise<Scenario> {
  const symptoms = kb.trees.get(scenario.tree)?.symptoms ?? [];
  const first = await situation(kb, start(kb, { tree: scenario.tree }));
  const question = first.type === 'asking' ? first : undefined;
  const [asked] = scenario.way;
  const right = asked?.key === first.question && 'answer' in asked.reply ? asked.reply.answer : undefined;
  let fitting: Scenario | undefined;
  for (const words of shuffled(seed, 'symptom', symptoms).slice(0, mostLooks)) {
    const { facts, answers } = await listen(kb, words, question === undefined ? {} : { question });
    const heard = facts.flatMap(({ fact, readings }) => readings.map(({ value }) => [fact, value] as const));
    const contradicts = heard.some(([fact, value]) => {
      const known = scenario.facts.get(fact);
      return known === undefined ? kb.facts.get(fact)?.fades === true : String(known) !== String(value);
    });
    const speaksFor = answers[0]?.answer;
    if (contradicts || (speaksFor !== undefined && right !== undefined && speaksFor !== right)) continue;
    const spoken = { ...scenario, words, facts: new Map([...heard, ...scenario.facts]) };
    if (speaksFor !== undefined && speaksFor === right) return spoken;
    fitting ??= spoken;
  }
  return fitting ?? scenario;
}
