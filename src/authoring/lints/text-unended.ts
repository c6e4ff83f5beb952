import { endFix } from './end-fix.js';
import type { Lint } from './lint.js';

/** A text that is read aloud stops in the middle of a sentence. */
export const textUnended: Lint = {
  code: 'text-unended',
  level: 'warning',
  summary: 'A text that is read aloud stops in the middle of a sentence.',
  *look({ texts }) {
    for (const written of texts) {
      const { isSpoken, role, text, at } = written;
      if (!isSpoken || role === 'ask' || /[.?!…:]["”')]*\s*$/.test(text)) continue;
      const fix = /[\p{L}\p{N}]$/u.test(text) ? endFix(written, '.') : undefined;
      yield {
        place: at,
        message: 'This text has no full stop, so an agent cannot hear whether it is whole.',
        hint: 'End the sentence.',
        ...(fix === undefined ? {} : { fix }),
      };
    }
  },
};
