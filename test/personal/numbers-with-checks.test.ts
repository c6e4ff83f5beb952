import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countrySpecs } from 'ibantools';
import { maskText } from '../../src/index.js';

/** What a digit counts when it is doubled: the sum of the digits of twice its value. */
const doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];

/** The same digits with a last one that makes them pass Luhn's check. */
function withCheck(digits: string): string {
  const sum = [...digits]
    .reverse()
    .map(Number)
    .reduce((so, digit, at) => so + (at % 2 === 0 ? (doubled[digit] ?? 0) : digit), 0);
  return digits + String((10 - (sum % 10)) % 10);
}

/** A text cut into groups of these sizes, over and over, with a mark between them. */
function grouped(text: string, sizes: readonly number[], mark: string): string {
  const groups: string[] = [];
  for (let at = 0, turn = 0; at < text.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 4;
    groups.push(text.slice(at, at + size));
    at += size;
  }
  return groups.join(mark);
}

const digits = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.nat({ max: 9 }), { minLength: length, maxLength: length }).map((each) => each.join(''));
const issued = fc
  .constantFrom(
    ['4', 16],
    ['4', 13],
    ['51', 16],
    ['55', 16],
    ['2221', 16],
    ['34', 15],
    ['37', 15],
    ['36', 14],
    ['6011', 16],
    ['62', 19],
    ['3528', 16],
  )
  .chain(([prefix, length]) =>
    digits(Number(length) - String(prefix).length - 1).map((rest) => withCheck(`${prefix}${rest}`)),
  )
  .filter((card) => new Set(card).size > 1);
const sizes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 5 });

test('a card is found however its digits are grouped, and not when a digit is wrong', () => {
  fc.assert(
    fc.property(
      issued,
      sizes,
      fc.constantFrom('', ' ', '-', '.', ', ', '\u00A0', '–', '\n'),
      fc.nat(),
      (card, groups, mark, at) => {
        const written = grouped(card, groups, mark);
        expect(maskText(`it is ${written}, she says`).text).toBe('it is [card number], she says');
        const place = at % card.length;
        const wrong = card.slice(0, place) + String((Number(card[place]) + 1) % 10) + card.slice(place + 1);
        expect(maskText(`it is ${wrong}, she says`).masked.filter(({ kind }) => kind === 'card')).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});

test('an account of every country is found, and not when a letter is wrong', () => {
  const countries = Object.entries(countrySpecs).flatMap(([country, { chars }]) =>
    chars === null || chars === undefined ? [] : [{ country, chars }],
  );
  expect(countries.length).toBeGreaterThan(100);
  const checked = (country: string, rest: string): string => {
    const value = [...`${rest}${country}00`].map((letter) => Number.parseInt(letter, 36)).join('');
    return `${country}${String(98n - (BigInt(value) % 97n)).padStart(2, '0')}${rest}`;
  };
  for (const { country, chars } of countries) {
    const account = checked(country, 'AB12CD34EF56GH78IJ90KL12MN34OP56'.slice(0, chars - 4));
    for (const written of [account, grouped(account, [4], ' '), account.toLowerCase(), grouped(account, [4], '-')]) {
      expect(maskText(`to ${written} please`).text).toBe('to [bank account] please');
    }
    const wrong = account.slice(0, -1) + (account.endsWith('1') ? '2' : '1');
    expect(maskText(wrong).masked.filter(({ kind }) => kind === 'iban')).toEqual([]);
  }
});
