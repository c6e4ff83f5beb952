import type { Lint } from './lint.js';

/** The label of an answer is too long to be found at a glance. */
export const labelLong: Lint = {
  code: 'label-long',
  level: 'advice',
  summary: 'The label of an answer is too long to be found at a glance.',
  most: 60,
  *look({ texts, most }) {
    for (const { role, text, at } of texts)
      if (role === 'label' && text.length > most)
        yield {
          place: at,
          message: `This label has ${text.length} characters; an agent on the phone reads ${most} at a glance.`,
          hint: 'Shorten it, and put what callers say under "hear".',
        };
  },
};
