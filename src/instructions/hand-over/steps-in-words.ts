import { sentencesOf } from '../sentences.js';
import type { HandOverStep } from './attempts.js';

/** How long a step may be before only its beginning is said. */
const longStep = 90;

/**
 * Steps by the procedures that they belong to, each named once, and single ones by their first sentence, as one tells it to
 * somebody who knows what a step is: without the courtesy. `isOwn` is whether the words are those of a step.
 */
export function stepsInWords(
  steps: readonly HandOverStep[],
): readonly { readonly words: string; readonly isOwn: boolean }[] {
  const named = new Map(
    steps.map(({ procedure, say }) => [procedure ?? shortened(say), procedure === undefined] as const),
  );
  return [...named].map(([words, isOwn]) => ({ words, isOwn }));
}

function shortened(say: string): string {
  const [first = say] = sentencesOf(say);
  const plain = first.replace(/^(?:now,? )?(?:please,? )?/i, '').replace(/[.!]$/, '');
  const cut = plain.length <= longStep ? plain : `${plain.slice(0, plain.lastIndexOf(' ', longStep))} …`;
  return cut.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
