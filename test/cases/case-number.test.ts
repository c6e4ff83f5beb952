import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { caseNumberInWords, readCaseNumber } from '../../src/index.js';

const numbers = fc.integer({ min: 1, max: 99_999_999 });
const digitsOf = (number: number): readonly string[] => [...caseNumberInWords(number).replace('-', '')];

test('a number that is written as it was said is read', () => {
  fc.assert(
    fc.property(numbers, (number) => {
      const written = caseNumberInWords(number);
      expect(written).toMatch(new RegExp(`^${number}-\\d$`));
      expect(readCaseNumber(written)).toBe(number);
    }),
  );
});

test.each(['1042-5', '1042 5', '#10425', ' 1042.5 ', '10425', 'Case 1042-5'])('as people write it: %s', (written) => {
  const digit = caseNumberInWords(1042).at(-1) ?? '';
  const read = readCaseNumber(written.replace('5', digit));
  if (written.startsWith('Case')) expect(read).toMatchObject({ reason: expect.stringContaining('is no case number') });
  else expect(read).toBe(1042);
});

test('every single wrong digit is found', () => {
  fc.assert(
    fc.property(numbers, (number) => {
      const digits = digitsOf(number);
      for (const [at, right] of digits.entries())
        for (const wrong of '0123456789')
          if (wrong !== right) expect(readCaseNumber(digits.with(at, wrong).join(''))).toHaveProperty('reason');
    }),
  );
});

test('every two neighbours that were exchanged are found', () => {
  fc.assert(
    fc.property(numbers, (number) => {
      const digits = digitsOf(number);
      for (let at = 1; at < digits.length; at += 1) {
        const [one = '', other = ''] = [digits[at - 1], digits[at]];
        if (one === other) continue;
        expect(
          readCaseNumber(
            digits
              .with(at - 1, other)
              .with(at, one)
              .join(''),
          ),
        ).toHaveProperty('reason');
      }
    }),
  );
});

test.each(['', '7', 'x', '-', '-12-34x', '1e5', '９９', '1'.repeat(40)])('"%s" is no case number', (written) => {
  expect(readCaseNumber(written)).toMatchObject({
    reason: expect.stringContaining(`"${written}" is no case number`),
  });
});
