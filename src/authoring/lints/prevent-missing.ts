import { faultsWithout } from './faults-without.js';
import type { Lint } from './lint.js';

/** A fault does not say how to keep it from coming back. */
export const preventMissing: Lint = {
  code: 'prevent-missing',
  level: 'advice',
  summary: 'A fault does not say how to keep it from coming back.',
  look: (subject) =>
    faultsWithout(subject, 'prevent', ({ fix }) => fix !== undefined, {
      message: 'Nothing says how the caller keeps this from coming back.',
      hint: 'Add "prevent" with one sentence, read when it is mended.',
    }),
};
