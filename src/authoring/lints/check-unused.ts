import type { Lint } from './lint.js';
import { isNamed, neverUsed } from './never-used.js';

/** A check is declared and never run. */
export const checkUnused: Lint = {
  code: 'check-unused',
  level: 'advice',
  summary: 'A check is declared and never run.',
  whole: true,
  look(subject) {
    const used = isNamed(subject, 'run');
    return neverUsed(
      subject,
      'checks',
      'checks',
      (name) => used.has(name),
      (name) => ({
        message: `No node runs the check "${name}".`,
        hint: 'Name it under "run" in a node, or delete it.',
      }),
    );
  },
};
