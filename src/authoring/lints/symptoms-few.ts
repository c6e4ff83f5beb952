import { keyPlace } from '../../knowledge/index.js';
import type { Lint } from './lint.js';
import { writtenTrees } from './written-trees.js';

/** With fewer, the search is a matter of luck. */
const fewest = 5;

/** A tree has too few symptoms to be found by what callers say. */
export const symptomsFew: Lint = {
  code: 'symptoms-few',
  level: 'advice',
  summary: 'A tree has too few symptoms to be found by what callers say.',
  *look(subject) {
    for (const { root } of writtenTrees(subject))
      if (Array.isArray(root.symptoms) && root.symptoms.length < fewest)
        yield {
          place: keyPlace(root, 'symptoms'),
          message: `With ${root.symptoms.length === 1 ? 'one symptom' : `${root.symptoms.length} symptoms`} this tree is found by few callers.`,
          hint: 'Write down what callers really say: ten to fifty different beginnings of a call.',
        };
  },
};
