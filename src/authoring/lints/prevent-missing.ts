import { keyPlace } from '../../knowledge/index.js';
import type { Lint } from './lint.js';
import { writtenTrees } from './written-trees.js';

/** A fault does not say how to keep it from coming back. */
export const preventMissing: Lint = {
  code: 'prevent-missing',
  level: 'advice',
  summary: 'A fault does not say how to keep it from coming back.',
  *look(subject) {
    for (const { faults, root } of writtenTrees(subject))
      for (const [id, fault] of Object.entries(faults))
        if (fault.prevent === undefined && fault.fix !== undefined)
          yield {
            place: keyPlace(root.faults as object, id),
            message: 'Nothing says how the caller keeps this from coming back.',
            hint: 'Add "prevent" with one sentence, read when it is mended.',
          };
  },
};
