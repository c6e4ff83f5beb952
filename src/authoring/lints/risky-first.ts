import { keyPlace } from '../../knowledge/index.js';
import type { Lint } from './lint.js';
import { writtenTrees } from './written-trees.js';

/** A fix begins with a risky step, and has harmless ones after it. */
export const riskyFirst: Lint = {
  code: 'risky-first',
  level: 'advice',
  summary: 'A fix begins with a risky step, and has harmless ones after it.',
  *look(subject) {
    for (const { faults } of writtenTrees(subject))
      for (const fault of Object.values(faults)) {
        const steps: readonly unknown[] = Array.isArray(fault.fix) ? fault.fix : [];
        const [first, ...others] = steps as readonly Readonly<Record<string, unknown>>[];
        if (first?.risky === true && first.when === undefined && others.some(({ risky }) => risky !== true))
          yield {
            place: keyPlace(first, 'risky'),
            message: 'The first step is the risky one; what is harmless after it may have been enough.',
            hint: 'Put what can be undone first, or divide the fault in two.',
          };
      }
  },
};
