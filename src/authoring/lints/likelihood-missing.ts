import { faultsWithout } from './faults-without.js';
import type { Lint } from './lint.js';

/** A fault does not say how often it is the cause. */
export const likelihoodMissing: Lint = {
  code: 'likelihood-missing',
  level: 'advice',
  summary: 'A fault does not say how often it is the cause.',
  look: (subject) =>
    faultsWithout(subject, 'likelihood', () => true, {
      message: 'Nothing says how often this is the cause.',
      hint: 'Add "likelihood" with common, occasional or rare.',
    }),
};
