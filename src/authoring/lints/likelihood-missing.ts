import { keyPlace } from '../../knowledge/index.js';
import type { Lint } from './lint.js';
import { writtenTrees } from './written-trees.js';

/** A fault does not say how often it is the cause. */
export const likelihoodMissing: Lint = {
  code: 'likelihood-missing',
  level: 'advice',
  summary: 'A fault does not say how often it is the cause.',
  *look(subject) {
    for (const { faults, root } of writtenTrees(subject))
      for (const [id, fault] of Object.entries(faults))
        if (fault.likelihood === undefined)
          yield {
            place: keyPlace(root.faults as object, id),
            message: 'Nothing says how often this is the cause.',
            hint: 'Add "likelihood" with common, occasional or rare.',
          };
  },
};
