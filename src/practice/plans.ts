import type { KnowledgeBase } from '../knowledge/index.js';
import { shuffled } from './chance.js';
import type { Manner } from './manner.js';
import type { Plan } from './round.js';
import type { Scenario } from './scenario.js';

/** A caller who does nothing but answer. */
export const noPlan: Plan = { told: new Map() };

/** What a caller of this manner could do beside answering, the best first; whether an agent can win with it is not looked at. */
export function plansFor(kb: KnowledgeBase, scenario: Scenario, manner: Manner, seed: number): readonly Plan[] {
  switch (manner) {
    case 'talkative':
      return tellingPlans(kb, scenario, seed);
    case 'impatient':
      return tryingPlans(kb, scenario);
    case 'wrong':
      return shuffled(
        seed,
        'wrong',
        scenario.way.flatMap(({ key, fault, reply, others }) =>
          fault !== undefined || 'unsure' in reply
            ? []
            : others.map((answer) => ({ ...noPlan, wrong: { question: key, reply: { answer } } })),
        ),
      );
    default:
      return [];
  }
}

/** A fix that does not help can have been tried rightly; one that helps was not, or there would be no call. */
function tryingPlans(kb: KnowledgeBase, { way }: Scenario): readonly Plan[] {
  const plans = way.flatMap(({ key, fault, reply }) => {
    if (fault === undefined) return [];
    const [node = ''] = key.split('#');
    const rightly = !isSolved(kb, key, fault, reply);
    return [{ ...noPlan, tried: { node, rightly } }];
  });
  return plans.toSorted((a, b) => Number(b.tried.rightly) - Number(a.tried.rightly));
}

/** Facts that will be asked for, told beside the first answer, and again others beside a later one. */
function tellingPlans(kb: KnowledgeBase, { facts, way, opening }: Scenario, seed: number): readonly Plan[] {
  const lasting = [...facts.keys()].filter((fact) => kb.facts.get(fact)?.fades !== true && !opening.includes(fact));
  const plans = way.flatMap(({ key, fact: asked }, index): readonly Plan[] => {
    const later = lasting.filter((fact) => fact !== asked && !way.slice(0, index).some((each) => each.fact === fact));
    const chosen = shuffled(seed, `told ${key}`, later);
    return [2, 1].flatMap((count) =>
      chosen.length < count ? [] : [{ told: new Map([[key, chosen.slice(0, count)]]) }],
    );
  });
  return plans;
}

function isSolved(kb: KnowledgeBase, key: string, fault: string, reply: Scenario['way'][number]['reply']): boolean {
  const verify = kb.trees.get(key.split('/')[0] ?? '')?.faults.get(fault)?.verify;
  return !('answer' in reply) || reply.answer === verify?.solved;
}
