import { digitByDigit } from './digit-by-digit.js';
import { reading } from './reading.js';
import { unitWords } from './units.js';

/**
 * A number that is dictated and not counted: five digits and more, not a round one and none with a unit after it, or
 * three and more with a zero before them.
 */
export const longNumber = reading(
  `(#?)(0[0-9]{2,39}|[0-9]{5,40})(?! (?:${unitWords.join('|')}))`,
  ([, sign, digits = '']) => {
    if (digits.endsWith('00') && !digits.startsWith('0')) return undefined;
    return `${sign === '' ? '' : 'number '}${digitByDigit(digits)}`;
  },
);
