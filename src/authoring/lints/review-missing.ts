import { keyPlace } from '../../knowledge/index.js';
import type { Lint } from './lint.js';
import { writtenTrees } from './written-trees.js';

/** Nothing says when a tree was last read against the real thing. */
export const reviewMissing: Lint = {
  code: 'review-missing',
  level: 'warning',
  summary: 'Nothing says when a tree was last read against the real thing.',
  *look(subject) {
    for (const { root } of writtenTrees(subject))
      if (root.reviewed === undefined)
        yield {
          place: keyPlace(root, 'tree'),
          message: 'Nothing says when somebody last read this tree against the real thing.',
          hint: 'Add "reviewed" with the day, such as reviewed: 2026-11-01.',
        };
  },
};
