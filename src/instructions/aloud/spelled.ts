import { digitByDigit } from './digit-by-digit.js';

const alphabet: readonly string[] =
  'Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike November Oscar Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey X-ray Yankee Zulu'.split(
    ' ',
  );

const signs: Readonly<Record<string, string>> = { '-': 'dash', _: 'underscore' };

/**
 * A code as one dictates it: letters by the alphabet of the radio operators, digits one by one, signs by their names.
 * `sizes` says whether capitals are told from small letters.
 */
export function spelled(code: string, sizes: boolean): string {
  const mixed = /[a-z]/.test(code) && /[A-Z]/.test(code);
  const letter = (each: string): string => {
    const name = alphabet[each.toLowerCase().charCodeAt(0) - 97];
    const capital = each !== each.toLowerCase();
    const size = !sizes ? '' : capital ? 'capital ' : mixed ? 'small ' : '';
    return `${size}${each} as in ${name}`;
  };
  const parts = code.match(/[0-9]+|[A-Za-z]|[-_]/g) ?? [];
  return parts.map((part) => (/[0-9]/.test(part) ? digitByDigit(part) : (signs[part] ?? letter(part)))).join(', ');
}
