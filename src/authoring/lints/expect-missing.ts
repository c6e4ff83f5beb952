import type { Lint } from './lint.js';
import { writtenSteps } from './written-steps.js';

/** A step does not say what the caller should then see. */
export const expectMissing: Lint = {
  code: 'expect-missing',
  level: 'advice',
  summary: 'A step does not say what the caller should then see.',
  *look(subject) {
    for (const { value, at } of writtenSteps(subject))
      if (value.expect === undefined)
        yield {
          place: at,
          message: 'Nothing says what the caller should see or hear after this step.',
          hint: 'Add "expect", so that both know whether it worked.',
        };
  },
};
