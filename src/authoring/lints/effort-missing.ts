import { keyPlace } from '../../knowledge/index.js';
import type { Lint } from './lint.js';
import { writtenTrees } from './written-trees.js';

/** A fix does not say how long it takes. */
export const effortMissing: Lint = {
  code: 'effort-missing',
  level: 'advice',
  summary: 'A fix does not say how long it takes.',
  *look(subject) {
    for (const { faults, root } of writtenTrees(subject))
      for (const [id, fault] of Object.entries(faults))
        if (fault.effort === undefined && fault.fix !== undefined)
          yield {
            place: keyPlace(root.faults as object, id),
            message: 'Nothing says how long this fix takes.',
            hint: 'Add "effort": quick, minutes, long, visit, or a time such as 10min.',
          };
  },
};
