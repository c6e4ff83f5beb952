import { keyPlace } from '../../knowledge/index.js';
import type { Lint } from './lint.js';
import { writtenTrees } from './written-trees.js';

/** A fix has a risky step, and nothing warns of what could be lost. */
export const riskyUncautioned: Lint = {
  code: 'risky-uncautioned',
  level: 'warning',
  summary: 'A fix has a risky step, and nothing warns of what could be lost.',
  *look(subject) {
    for (const { faults } of writtenTrees(subject))
      for (const fault of Object.values(faults)) {
        const steps: readonly unknown[] = Array.isArray(fault.fix) ? fault.fix : [];
        const risky = steps.find((step) => (step as { risky?: unknown } | null)?.risky === true);
        if (risky !== undefined && fault.caution === undefined)
          yield {
            place: keyPlace(risky as object, 'risky'),
            message: 'This step is risky, and the fault has no "caution" that is read before it.',
            hint: 'Say under "caution" what could be lost, and how to keep it.',
          };
      }
  },
};
