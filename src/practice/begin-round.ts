import type { KnowledgeBase } from '../knowledge/index.js';
import { chooseScenario } from './choose-scenario.js';
import type { Manner } from './manner.js';
import { noPlan, plansFor } from './plans.js';
import { playRound } from './play-round.js';
import type { Plan, Round, Utterance } from './round.js';
import type { Scenario } from './scenario.js';
import { scoreRound } from './score.js';
import { sentence, toldBeside } from './speech.js';

/** What a round begins with. */
export interface RoundOptions {
  readonly tree: string;
  readonly manner: Manner;
  /** A whole number: the same gives the same round. */
  readonly seed: number;
  /** Hides a fault by the tree's own graph, and not one of its example calls. */
  readonly graph?: boolean;
}

/**
 * Begins a round of practice: a caller with something hidden has said their first words. Whatever the caller will do
 * beside answering is chosen so that an agent who listens gets the full score.
 * @throws Error when the knowledge base does not hold the tree, or no call in it comes to an end.
 */
export async function beginRound(kb: KnowledgeBase, { tree, manner, seed, graph }: RoundOptions): Promise<Round> {
  const scenario = await chooseScenario(kb, tree, seed, graph === undefined ? {} : { graph });
  const begun = (plan: Plan): Round => ({ scenario, manner, seed, plan, said: [opening(kb, scenario, seed)] });
  for (const plan of plansFor(kb, scenario, manner, seed)) {
    const { round, session } = await playRound(kb, begun(plan));
    const { points } = await scoreRound(kb, round, session);
    if (points === 100) return begun(plan);
  }
  return begun(noPlan);
}

function opening(kb: KnowledgeBase, { words, opening, facts }: Scenario, seed: number): Utterance {
  const told = new Map([...facts].filter(([fact]) => opening.includes(fact)));
  const text = [sentence(words), toldBeside(kb, seed, told)].filter((each) => each !== '').join(' ');
  return { kind: 'opening', text, question: '', ask: '', words: '', counts: false, told, again: false };
}
