import type { Lint } from './lint.js';
import { writtenSteps } from './written-steps.js';

const waiting = /\b(?:wait(?: for)?|takes?|give it)\b[^.?!]{0,40}\b(?:seconds?|minutes?|hours?)\b/i;

/** A step takes time, and its "wait" does not say how long. */
export const waitUnsaid: Lint = {
  code: 'wait-unsaid',
  level: 'warning',
  summary: 'A step takes time, and its "wait" does not say how long.',
  *look(subject) {
    for (const { say, value, at } of writtenSteps(subject)) {
      const text = typeof value.expect === 'string' ? `${say} ${value.expect}` : say;
      if (value.wait === undefined && waiting.test(text))
        yield {
          place: at,
          message: 'The caller is to wait here, but the agent gets no countdown.',
          hint: 'Add "wait" with the time, such as wait: 30s.',
        };
    }
  },
};
