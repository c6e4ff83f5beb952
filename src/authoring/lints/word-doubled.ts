import type { Lint } from './lint.js';
import { plainFix } from './plain-fix.js';

const doubled = [
  // "That that" and "had had" can be right, and letters that are spelt come twice on purpose.
  /(?<![\p{L}\p{N}'’-])((?!(?:that|had|very|bye|now|there)\b)\p{L}{2,}) \1(?![\p{L}\p{N}'’-])/giu,
  /(?<![\p{L}\p{N}'’-])(a) \1(?![\p{L}\p{N}'’-])/gu,
  // With a full stop after each, the second one is a sentence in which nothing else stands.
  /(?<![\p{L}\p{N}'’-])(\p{L}{2,}\.) \1(?=\s|$)/giu,
];

/** A word stands twice in a row. */
export const wordDoubled: Lint = {
  code: 'word-doubled',
  level: 'warning',
  summary: 'A word stands twice in a row.',
  *look({ texts }) {
    for (const written of texts) {
      const { role, text, at } = written;
      if (role === 'symptoms') continue;
      const once = doubled.reduce((rest, pattern) => rest.replace(pattern, '$1'), text);
      const word = doubled.flatMap((pattern) => [...text.matchAll(pattern)])[0]?.[1]?.replace('.', '');
      if (word === undefined) continue;
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
