import { ended } from '../ended.js';
import { listed } from '../sentence.js';
import { sentencesOf } from '../sentences.js';
import type { HandOverAttempt, HandOverStep } from './attempts.js';
import { quoted } from './quoted.js';

/** How many single steps are named before the rest is only counted. */
const fewSteps = 3;
/** How long a step may be before only its beginning is said. */
const longStep = 90;

/** What was tried and whether it helped, in a sentence or two. */
export function attemptInWords({ fault, name, steps, result, why, after }: HandOverAttempt): string {
  const done = steps.filter(({ state }) => state === 'done');
  const before = steps.filter(({ state }) => state === 'before');
  const what = fault === undefined ? '' : `Against "${name}": `;
  const parts = [
    ...(done.length === 0 ? [] : [stepsInWords(done)]),
    ...(before.length === 0 ? [] : [`done before the call, rightly as far as could be told: ${stepsInWords(before)}`]),
    ...steps
      .filter(({ state }) => state === 'skipped')
      .map((step) => `not done, ${stepsInWords([step])} (${step.why})`),
    ...steps
      .filter(({ state }) => state === 'not-agreed')
      .map(
        (step) =>
          `the caller did not agree to this: ${stepsInWords([step])}${step.why === undefined ? '' : ` (${step.why})`}`,
      ),
  ];
  const first = `${what}${parts.join('; ')}`;
  return [ended(capital(first)), ...outcome(result, why, after)].join(' ');
}

function outcome(
  result: HandOverAttempt['result'],
  why: string | undefined,
  after: HandOverAttempt['after'],
): readonly string[] {
  switch (result) {
    case 'solved':
      return ['That solved it.'];
    case 'partly':
      return ['That helped, but not with everything.'];
    case 'unsolved':
      return ['It did not help.'];
    case 'not-checked':
      return [
        why === undefined
          ? 'Whether it helped has not been checked.'
          : `Whether it helped could not be checked (${why}).`,
      ];
    default:
      return after === undefined ? [] : [`Then: ${after.ask} ${ended(after.answer)}`];
  }
}

/** Steps by the procedures that they belong to, and single ones by what they say. */
function stepsInWords(steps: readonly HandOverStep[]): string {
  const names = [...new Set(steps.map((step) => step.procedure ?? shortened(step.say)))];
  const rest = names.length - fewSteps;
  if (rest <= 1) return listed(names);
  return `${names.slice(0, fewSteps).join(', ')} and ${rest} more steps`;
}

/** A step as one tells it to a colleague: its first sentence, without the courtesy. */
function shortened(say: string): string {
  const [first = say] = sentencesOf(say);
  const plain = first.replace(/^(?:Now,? )?(?:please,? )?/i, '').replace(/[.!]$/, '');
  const cut = plain.length <= longStep ? plain : `${plain.slice(0, plain.lastIndexOf(' ', longStep))} …`;
  return quoted(capital(cut));
}

function capital(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
