import type { Lint } from './lint.js';
import { isNamed, neverUsed } from './never-used.js';

/** A named condition is used nowhere. */
export const conditionUnused: Lint = {
  code: 'condition-unused',
  level: 'warning',
  summary: 'A named condition is used nowhere.',
  whole: true,
  look(subject) {
    const used = isNamed(subject, 'condition');
    return neverUsed(
      subject,
      'rules',
      'conditions',
      (name) => used.has(name),
      (name) => ({
        message: `The condition "${name}" is used nowhere.`,
        hint: 'Use it as { condition: name }, or delete it.',
      }),
    );
  },
};
