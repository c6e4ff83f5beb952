import { ended } from '../ended.js';
import { listed } from '../sentence.js';
import type { HandOverAttempt, HandOverStep } from './attempts.js';
import { quoted } from './quoted.js';
import { stepsInWords } from './steps-in-words.js';

/** How many single steps are named before the rest is only counted. */
const fewSteps = 5;

/** What was tried and whether it helped, in a sentence or two. */
export function attemptInWords({ fault, name, steps, result, why, after }: HandOverAttempt): string {
  const done = steps.filter(({ state }) => state === 'done');
  const before = steps.filter(({ state }) => state === 'before');
  const what = fault === undefined ? (done.length === 0 ? '' : 'The caller did this: ') : `Against "${name}": `;
  const parts = [
    ...(done.length === 0 ? [] : [inARow(done)]),
    ...(before.length === 0 ? [] : [`done before the call, rightly as far as could be told: ${inARow(before)}`]),
    ...steps.filter(({ state }) => state === 'skipped').map((step) => `not done, ${inARow([step])} (${step.why})`),
    ...steps
      .filter(({ state }) => state === 'not-agreed')
      .map(
        (step) =>
          `the caller did not agree to this: ${inARow([step])}${step.why === undefined ? '' : ` (${step.why})`}`,
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

/** Steps in a row; of many the first few. */
function inARow(steps: readonly HandOverStep[]): string {
  const names = stepsInWords(steps).map(({ words, isOwn }) => (isOwn ? quoted(words) : words));
  const rest = names.length - fewSteps;
  return listed(rest <= 1 ? names : [...names.slice(0, fewSteps), `${rest} more steps`]);
}

function capital(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
