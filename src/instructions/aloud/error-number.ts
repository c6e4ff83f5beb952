import { reading } from './reading.js';
import { spelled } from './spelled.js';

/** A number with `0x` before it: `zero x, 8 0 0 7, 0 0 5 7`. Capitals and small letters mean the same in it. */
export const errorNumber = reading('0[xX]([0-9A-Fa-f]{2,16})', ([, digits = '']) => {
  return `zero x, ${spelled(digits.toUpperCase(), false)}`;
});
