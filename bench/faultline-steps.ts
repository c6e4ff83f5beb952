import { type KnowledgeBase, step } from '../src/index.js';
import type { Contender } from './side-by-side.js';
import type { TakenStep } from './take-call.js';

/** Our own steps: what each leaves behind is kept by the engine, as in a call. */
export function faultlineSteps(name: string, kb: KnowledgeBase, steps: readonly TakenStep[]): Contender {
  return {
    name,
    run: async () => {
      for (const { before, input } of steps) {
        const { refused } = await step(kb, before, input);
        if (refused !== undefined) throw new Error(refused);
      }
      return steps.length;
    },
  };
}
