import type { Lint } from './lint.js';
import { plainFix } from './plain-fix.js';

// "That that" and "had had" can be right, and letters that are spelt come twice on purpose.
const doubled = /(?<![\p{L}\p{N}'’-])((?!(?:that|had|is|very|bye|now|there)\b)\p{L}{2,}) \1(?![\p{L}\p{N}'’-])/iu;

/** A word stands twice in a row. */
export const wordDoubled: Lint = {
  code: 'word-doubled',
  level: 'warning',
  summary: 'A word stands twice in a row.',
  *look({ texts }) {
    for (const written of texts) {
      const { role, text, at } = written;
      const word = role === 'symptoms' ? undefined : doubled.exec(text)?.[1];
      if (word === undefined) continue;
      const once = text.replace(new RegExp(doubled, 'giu'), '$1');
      const fix = plainFix(written, once);
      yield {
        place: at,
        message: `"${word}" stands twice in a row.`,
        hint: `Write it: ${once}`,
        ...(fix === undefined ? {} : { fix }),
      };
    }
  },
};
