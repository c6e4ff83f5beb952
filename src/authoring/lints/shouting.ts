import { piecePlace } from '../../knowledge/index.js';
import type { Lint } from './lint.js';

/** Words in capitals make a text hard to read aloud. */
export const shouting: Lint = {
  code: 'shouting',
  level: 'advice',
  summary: 'Words in capitals make a text hard to read aloud.',
  *look({ texts }) {
    for (const { isSpoken, text, holder, key } of texts) {
      const piece = isSpoken ? /(?<!["“'])\b(?:NOT|NEVER|DO NOT|ALWAYS|[A-Z]{7,})\b/.exec(text)?.[0] : undefined;
      if (piece !== undefined)
        yield {
          place: piecePlace(holder, key, piece),
          message: `"${piece}" in capitals is shouting.`,
          hint: 'Write it in small letters, and put what is dangerous into "caution".',
        };
    }
  },
};
