import { piecePlace } from '../../knowledge/index.js';
import type { Lint } from './lint.js';

// What was named in the sentence before may be called it.
const vague =
  /\bclick here\b|^(?:please |now |then )*(?:click|tap|press|choose|select)(?: on)? (?:here|there|it|this|that)\b(?! (?:button|key|entry|line|window|box|switch|one|name|picture|sign))/i;

/** The caller is to click on something, and nothing says where that is. */
export const clickWithoutWhere: Lint = {
  code: 'click-without-where',
  level: 'warning',
  summary: 'The caller is to click on something, and nothing says where that is.',
  *look({ texts }) {
    for (const { isSpoken, text, holder, key } of texts) {
      const piece = isSpoken ? vague.exec(text)?.[0] : undefined;
      if (piece !== undefined)
        yield {
          place: piecePlace(holder, key, piece),
          message: `"${piece}" says nothing to somebody who cannot be shown it.`,
          hint: 'Name what is to be clicked as it is written on the screen, and in which corner it is.',
        };
    }
  },
};
