import type { Lint } from './lint.js';

const untidy = /[^\s] {2,}[^\s]| +[,.;!?](?=\s|$)|[,;]{2,}|(?<!\.)\.\.(?!\.)/;

/** A text has a blank or a sign too many. */
export const textUntidy: Lint = {
  code: 'text-untidy',
  level: 'warning',
  summary: 'A text has a blank or a sign too many.',
  *look({ texts }) {
    for (const { role, text, at, isPlain } of texts) {
      if (role === 'plain' || !untidy.test(text)) continue;
      const tidy = text
        .replace(/ {2,}/g, ' ')
        .replace(/ +([,.;!?])(?=\s|$)/g, '$1')
        .replace(/([,;])[,;]+/g, '$1')
        .replace(/(?<!\.)\.\.(?!\.)/g, '.');
      yield {
        place: at,
        message: 'There is a blank or a sign too many in this text.',
        hint: `Write it: ${tidy}`,
        ...(isPlain ? { fix: { place: at, text: tidy } } : {}),
      };
    }
  },
};
