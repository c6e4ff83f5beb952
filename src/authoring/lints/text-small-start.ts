import type { Lint } from './lint.js';
import { plainFix } from './plain-fix.js';

// Names such as iPhone and eBay begin so.
const small = /^["“(]?\p{Ll}(?!\p{Lu})/u;

/** A text that is read aloud begins in the middle of a sentence. */
export const textSmallStart: Lint = {
  code: 'text-small-start',
  level: 'warning',
  summary: 'A text that is read aloud begins in the middle of a sentence.',
  *look({ texts }) {
    for (const written of texts) {
      const { isSpoken, text, at } = written;
      if (!isSpoken || !small.test(text)) continue;
      const whole = text.replace(small, (start) => start.toUpperCase());
      const fix = plainFix(written, whole);
      yield {
        place: at,
        message: 'This text begins with a small letter, as if its first words were missing.',
        hint: `Begin the sentence: ${whole}`,
        ...(fix === undefined ? {} : { fix }),
      };
    }
  },
};
