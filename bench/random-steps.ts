import type { Input, KnowledgeBase, Situation } from '../src/index.js';
import { random } from './random.js';
import { type TakenStep, takeCall } from './take-call.js';

/** The steps of `calls` calls in each of some trees, with answers chosen at random: the same ones for the same seed. */
export async function randomSteps(
  kb: KnowledgeBase,
  trees: Iterable<string>,
  calls: number,
  seed: number,
): Promise<readonly TakenStep[]> {
  const steps: TakenStep[] = [];
  for (const [index, tree] of [...trees].entries()) {
    for (let call = 0; call < calls; call += 1) {
      steps.push(...(await takeCall(kb, tree, new Map(), replies(random(seed + index * calls + call)))));
    }
  }
  return steps;
}

function replies(next: () => number): (now: Situation) => Input | undefined {
  return (now) => {
    if (now.type === 'doing' || now.type === 'isolated') return { done: true };
    if (now.type !== 'asking') return undefined;
    const answer = now.answers[Math.floor(next() * now.answers.length)];
    return answer && { answer: answer.id };
  };
}
