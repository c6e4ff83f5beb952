import { digitByDigit } from './digit-by-digit.js';
import { reading } from './reading.js';

/** A telephone number, in the groups in which it is written: `plus 4 4, 2 0, 7 9 4 6, 0 9 5 8`. */
export const phoneNumber = reading(
  String.raw`\+[0-9]{7,15}|(?:\+[0-9]{1,4}|0[0-9]{1,5}|1(?=-[0-9]{3}-[0-9]{3}-))(?:[ -](?:\(0\)[ ]?)?[0-9]{2,8}){1,6}`,
  ([number]) => {
    const count = number.replace(/[^0-9]/g, '').length;
    if (count < 7 || count > 16 || /^[0-9]{1,2}-[0-9]{1,2}-[0-9]{2,4}$/.test(number)) return undefined;
    const groups = number.replace(/^\+/, '').replace('(0)', '').split(/[ -]+/);
    return `${number.startsWith('+') ? 'plus ' : ''}${groups.map((group) => (group.length > 5 ? digitByDigit(group) : [...group].join(' '))).join(', ')}`;
  },
);
