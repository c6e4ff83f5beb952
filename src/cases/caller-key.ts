/**
 * A name, a contact, an account or a device in the form in which two are compared: without regard to capitals, accents and
 * blanks; of a telephone number only its digits. Undefined where nothing is left to compare.
 */
export function callerKey(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim().replace(/\s+/g, ' ');
  const isNumber = /^\+?[\d\s()./-]{5,}$/.test(plain);
  const key = isNumber ? plain.replace(/\D/g, '') : plain;
  return key === '' ? undefined : key;
}
