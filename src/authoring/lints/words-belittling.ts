import { piecePlace } from '../../knowledge/index.js';
import type { Lint } from './lint.js';

const belittling =
  /\b(?:simply|obviously|of course|as (?:I|we) (?:already )?said|it'?s easy|trivial|you should know|anyone can|you should have|you forgot|(?<!not |none of this is )your (?:own )?(?:fault|mistake)|you did (?:it )?wrong|you must have)\b/i;

/** A text that is read aloud makes the caller feel foolish. */
export const wordsBelittling: Lint = {
  code: 'words-belittling',
  level: 'warning',
  summary: 'A text that is read aloud makes the caller feel foolish.',
  *look({ texts }) {
    for (const { isSpoken, text, holder, key } of texts) {
      const piece = isSpoken ? belittling.exec(text)?.[0] : undefined;
      if (piece !== undefined)
        yield {
          place: piecePlace(holder, key, piece),
          message: `"${piece}" tells a worried caller that it is easy, or their fault.`,
          hint: 'Leave the word out.',
        };
    }
  },
};
