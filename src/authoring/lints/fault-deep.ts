import type { Lint } from './lint.js';
import { questionsBefore } from './shortest-ways.js';

/** A fault is found only after many questions. */
export const faultDeep: Lint = {
  code: 'fault-deep',
  level: 'warning',
  summary: 'A fault is found only after many questions.',
  most: 15,
  whole: true,
  *look({ kb, most }) {
    for (const tree of kb.trees.values())
      for (const [id, questions] of questionsBefore(tree)) {
        const fault = tree.faults.get(id);
        if (fault !== undefined && questions > most)
          yield {
            place: fault.at,
            message: `${questions} questions are asked before "${id}" can be found; the limit is ${most}.`,
            hint: 'Ask earlier what tells it from the others, or divide the tree.',
          };
      }
  },
};
