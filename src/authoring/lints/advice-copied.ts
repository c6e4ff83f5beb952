import { wordsOf } from './aloud.js';
import type { Lint } from './lint.js';
import { type WrittenStep, writtenSteps } from './written-steps.js';

/** Shorter steps are alike by chance. */
const fewestWords = 7;

/** The same steps are written in several places. */
export const adviceCopied: Lint = {
  code: 'advice-copied',
  level: 'advice',
  summary: 'The same steps are written in several places.',
  *look(subject) {
    const lists = new Map<object, WrittenStep[]>();
    for (const step of writtenSteps(subject)) lists.set(step.list, [...(lists.get(step.list) ?? []), step]);
    const seen = new Map<string, WrittenStep>();
    for (const steps of lists.values())
      for (const [index, step] of steps.entries()) {
        const next = steps[index + 1];
        // One step alone can be alike; two in a row are a procedure.
        if (next === undefined || wordsOf(`${step.say} ${next.say}`).length < fewestWords) continue;
        const key = `${step.say.trim()}\n${next.say.trim()}`;
        const first = seen.get(key);
        if (first === undefined) seen.set(key, step);
        else
          yield {
            place: step.at,
            message: `This step and the next are written in ${first.file} too.`,
            hint: 'Make a procedure of them, and { use: } it in both places: then a correction is made once.',
            related: [{ place: first.at, message: 'The same steps.' }],
          };
      }
  },
};
