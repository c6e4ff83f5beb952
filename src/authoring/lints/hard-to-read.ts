import { readingGrade, wordsOf } from './aloud.js';
import type { Lint } from './lint.js';

/** Of fewer words the measure says nothing. */
const fewest = 12;

/** A text that is read aloud is hard to understand. */
export const hardToRead: Lint = {
  code: 'hard-to-read',
  level: 'advice',
  summary: 'A text that is read aloud is hard to understand.',
  most: 9,
  *look({ kb, texts, most }) {
    if (!kb.language.startsWith('en')) return;
    for (const { isSpoken, text, at } of texts) {
      if (!isSpoken || wordsOf(text).length < fewest) continue;
      const grade = readingGrade(text);
      if (grade > most)
        yield {
          place: at,
          message: `One needs about ${Math.round(grade)} years of school to understand this by reading; ${most} would be better.`,
          hint: 'Use shorter words and shorter sentences.',
        };
    }
  },
};
