import { digitByDigit } from './digit-by-digit.js';
import { reading } from './reading.js';

const signs: Readonly<Record<string, string>> = { '*': 'star', '#': 'hash' };

/** What is dialled to change a setting of a phone: `star, 2 1, hash`. It ends with its last sign. */
export const dialCode = reading('[*#]{1,3}[0-9]{2,20}(?:[*#]{1,2}[0-9]{1,20}){0,3}#', ([found]) =>
  (found.match(/[0-9]+|[*#]/g) ?? []).map((part) => signs[part] ?? digitByDigit(part)).join(', '),
);
