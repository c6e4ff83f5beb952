import { secondsAloud } from './aloud.js';
import type { Lint } from './lint.js';

/** A text takes too long to read aloud. */
export const tooLongToSay: Lint = {
  code: 'too-long-to-say',
  level: 'warning',
  summary: 'A text takes too long to read aloud.',
  most: 20,
  *look({ texts, most }) {
    for (const { isSpoken, text, at } of texts) {
      const seconds = isSpoken ? secondsAloud(text) : 0;
      if (seconds > most)
        yield {
          place: at,
          message: `This takes some ${seconds} seconds to read aloud; after ${most} the caller has forgotten how it began.`,
          hint: 'Divide it into two steps, or say less.',
        };
    }
  },
};
