import { keyPlace } from '../../knowledge/index.js';
import type { Lint } from './lint.js';
import { writtenTrees } from './written-trees.js';

const day = 86_400_000;

/** A tree has not been read against the real thing for long. */
export const reviewDue: Lint = {
  code: 'review-due',
  level: 'warning',
  summary: 'A tree has not been read against the real thing for long.',
  most: 365,
  *look(subject) {
    const { today, most } = subject;
    if (today === undefined) return;
    for (const { root } of writtenTrees(subject)) {
      if (typeof root.reviewed !== 'string') continue;
      const days = Math.round((Date.parse(today) - Date.parse(root.reviewed)) / day);
      if (days > most)
        yield {
          place: keyPlace(root, 'reviewed'),
          message: `This tree was last read against the real thing ${days} days ago; it is due after ${most}.`,
          hint: 'Go through it with the device at hand, correct what has changed, and write today’s date here.',
        };
    }
  },
};
