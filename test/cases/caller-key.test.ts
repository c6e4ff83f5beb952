import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { callerKey } from '../../src/cases/index.js';

test.each([
  ['Müller', 'MULLER'],
  ['Müller', 'mu\u0308ller'],
  ['  Ana   Lee ', 'ana lee'],
  ['Weiß', 'WEISS'],
  ['Ñandú', 'nandu'],
  ['İSTANBUL', 'istanbul'],
  ['ΣΊΣΥΦΟΣ', 'σίσυφος'],
  ['LAPTOP-0017', 'laptop-0017'],
  ['extension 17', 'Extension  17'],
  ['ana@example.com', 'Ana@Example.COM'],
  ['(555) 010-1234', '555.010.1234'],
  ['555 010 1234', '555\u2013010\u20131234'],
  ['+49 30 1234567', '0049 30/1234567'],
  ['+49 (0)30 1234567', '+49301234567'],
  ['555\u00a00101', '5550101'],
])('%j and %j are the same', (one, other) => {
  expect(callerKey(one)).toBe(callerKey(other));
});

test.each([
  // How a name without its dots is written in German: too many other names are written with ue.
  ['Müller', 'Mueller'],
  ['Lee', 'Leigh'],
  ['smith-17', 'smith 17'],
  // Without the country nobody knows which one it is.
  ['030 1234567', '+49 30 1234567'],
  ['extension 17', 'extension 71'],
])('%j and %j are not', (one, other) => {
  expect(callerKey(one)).not.toBe(callerKey(other));
});

test.each([undefined, '', '   ', '\u0301', '-----', '\n\t'])('%j is nothing to compare', (text) => {
  expect(callerKey(text)).toBeUndefined();
});

test('a key is the key of itself, whatever it was made of, and short enough for an index', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 1_000 }), (text) => {
      const key = callerKey(text);
      expect(Buffer.byteLength(key ?? '')).toBeLessThanOrEqual(1_200);
      // Cut in the middle of a word, a key can end in a blank.
      if (key !== undefined && key.length < 300) expect(callerKey(key)).toBe(key);
    }),
  );
});
