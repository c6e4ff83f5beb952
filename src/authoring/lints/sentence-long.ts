import { piecePlace } from '../../knowledge/index.js';
import { sentencesOf, wordsOf } from './aloud.js';
import type { Lint } from './lint.js';

/** A sentence that is read aloud has too many words. */
export const sentenceLong: Lint = {
  code: 'sentence-long',
  level: 'warning',
  summary: 'A sentence that is read aloud has too many words.',
  most: 25,
  *look({ texts, most }) {
    for (const { isSpoken, text, holder, key } of texts)
      for (const sentence of isSpoken ? sentencesOf(text) : []) {
        const words = wordsOf(sentence).length;
        if (words > most)
          yield {
            place: piecePlace(holder, key, sentence),
            message: `This sentence has ${words} words; more than ${most} are hard to follow by ear.`,
            hint: 'Make two sentences of it.',
          };
      }
  },
};
