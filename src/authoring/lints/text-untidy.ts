import type { Lint } from './lint.js';
import { plainFix } from './plain-fix.js';

const untidy = /[^\s] {2,}[^\s]| +[,.;!?](?=\s|$)|[,;]{2,}|(?<!\.)\.\.(?!\.)/;

/** A text has a blank or a sign too many. */
export const textUntidy: Lint = {
  code: 'text-untidy',
  level: 'warning',
  summary: 'A text has a blank or a sign too many.',
  *look({ texts }) {
    for (const written of texts) {
      const { role, text, at } = written;
      if (role === 'plain' || !untidy.test(text)) continue;
      const tidy = tidied(text);
      const fix = plainFix(written, tidy);
      yield {
        place: at,
        message: 'There is a blank or a sign too many in this text.',
        hint: `Write it: ${tidy}`,
        ...(fix === undefined ? {} : { fix }),
      };
    }
  },
};

// One sign that goes can bring two others together. Every round makes the text shorter, so there is a last one.
function tidied(text: string): string {
  const tidy = text
    .replace(/(?<=\S) {2,}(?=\S)/g, ' ')
    .replace(/ +([,.;!?])(?=\s|$)/g, '$1')
    .replace(/([,;])[,;]+/g, '$1')
    .replace(/(?<!\.)\.\.(?!\.)/g, '.');
  return untidy.test(tidy) ? tidied(tidy) : tidy;
}
