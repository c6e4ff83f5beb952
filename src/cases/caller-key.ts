import { keyText } from './drivers/storable-text.js';

/**
 * A name, a contact, an account or a device in the form in which two are compared: without regard to capitals, accents and
 * blanks. Weiß and WEISS are the same, Müller and MULLER too; Mueller is another. Of a telephone number only the digits
 * count, and +49 is 0049. Undefined where nothing is left to compare.
 */
export function callerKey(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  // Capitals first: there are small letters that have no others, such as ß.
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase().toLowerCase().replace(/\s+/g, ' ').trim();
  const isNumber = /^\+?[\d\s()./\p{Pd}]{5,}$/u.test(plain);
  const key = isNumber ? digitsOf(plain) : plain;
  return key === '' ? undefined : keyText(key);
}

/** +49 (0)30 1234 and 0049 30 1234 in one way: 49301234. */
function digitsOf(number: string): string {
  const isAbroad = /^(?:\+|00)/.test(number);
  const digits = (isAbroad ? number.replace('(0)', '') : number).replace(/\D/g, '');
  return isAbroad ? digits.replace(/^00/, '') : digits;
}
