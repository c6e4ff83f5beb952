import { faultsWithout } from './faults-without.js';
import type { Lint } from './lint.js';

/** A fix does not say how long it takes. */
export const effortMissing: Lint = {
  code: 'effort-missing',
  level: 'advice',
  summary: 'A fix does not say how long it takes.',
  look: (subject) =>
    faultsWithout(subject, 'effort', ({ fix }) => fix !== undefined, {
      message: 'Nothing says how long this fix takes.',
      hint: 'Add "effort": quick, minutes, long, visit, or a time such as 10min.',
    }),
};
