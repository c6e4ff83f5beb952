import type { Lint } from './lint.js';
import { isNamed, neverUsed } from './never-used.js';

/** No call is ever referred to a desk. */
export const deskUnused: Lint = {
  code: 'desk-unused',
  level: 'advice',
  summary: 'No call is ever referred to a desk.',
  whole: true,
  look(subject) {
    const used = new Set([...isNamed(subject, 'refer'), ...isNamed(subject, 'desk'), subject.kb.defaultDesk]);
    return neverUsed(
      subject,
      'knowledge-base',
      'desks',
      (name) => used.has(name),
      (name) => ({
        message: `Nothing refers a call to the desk "${name}".`,
        hint: 'Refer to it where it can help, or delete it.',
      }),
    );
  },
};
