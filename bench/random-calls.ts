import type { Input, KnowledgeBase, Situation } from '../src/index.js';
import { random } from './random.js';
import { type TakenCall, takeCall } from './take-call.js';

/** Some calls in each of some trees, with answers chosen at random: the same ones for the same seed. */
export async function randomCalls(
  kb: KnowledgeBase,
  trees: readonly string[],
  each: number,
  seed: number,
): Promise<readonly TakenCall[]> {
  const calls: TakenCall[] = [];
  for (const [index, tree] of trees.entries()) {
    for (let call = 0; call < each; call += 1) {
      calls.push(await takeCall(kb, tree, new Map(), replies(random(seed + index * each + call))));
    }
  }
  return calls;
}

function replies(next: () => number): (now: Situation) => Input | undefined {
  return (now) => {
    if (now.type === 'doing' || now.type === 'isolated') return { done: true };
    if (now.type !== 'asking') return undefined;
    const answer = now.answers[Math.floor(next() * now.answers.length)];
    return answer && { answer: answer.id };
  };
}
