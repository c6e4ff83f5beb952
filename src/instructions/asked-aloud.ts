import type { Step } from '../knowledge/index.js';
import type { Asking } from '../session/index.js';

/** What a question is about, for the agent. */
export function headingOf({ purpose, ask, raised }: Asking): string {
  if (purpose === 'tried') return `Tried already: ${ask}`;
  if (purpose === 'consent') return 'Before you go on: does the caller agree to this step?';
  if (purpose === 'issue') return `A known issue? ${ask}`;
  return raised === undefined ? ask : `Once more: ${ask}`;
}

/** What is read aloud to ask a question, a paragraph each. */
export function askedAloud({ purpose, ask, say, why, steps = [] }: Asking): readonly string[] {
  if (purpose === 'tried') {
    const thanks = 'Good, then we need not do it twice. I only want to be sure that nothing was left out.';
    return say === undefined ? [thanks, ...whatWasTried(steps)] : [thanks, say];
  }
  if (purpose === 'consent') {
    const before = why === undefined ? [] : [why];
    return [...before, 'The next step cannot easily be undone. It is this:', ask, 'Is that all right with you?'];
  }
  return [say ?? ask];
}

/** How many steps are read out before only the last one is. */
const fewSteps = 3;

/** Without a question of the author's own: what the steps say, as far as a listener can keep it in mind. */
function whatWasTried(steps: readonly Step[]): readonly string[] {
  const last = steps.at(-1);
  if (last === undefined) return [];
  const seen = last.expect === undefined ? [] : [`And then you saw this: ${last.expect}`];
  if (steps.length > fewSteps) return ['The last thing that you did was this:', last.say, ...seen, 'Was it like that?'];
  return ['You did this:', ...steps.map(({ say }) => say), ...seen, 'Was it like that?'];
}
