import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { textWidth } from '../../../src/authoring/picture/text-width.js';
import { wrapText } from '../../../src/authoring/picture/wrap-text.js';

const words = fc
  .array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), { maxLength: 20 })
  .map((all) => all.join(' '));

test('no line is wider than it may be, and there are no more than there may be', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 40, max: 300 }), fc.integer({ min: 1, max: 5 }), (text, width, most) => {
      const lines = wrapText(text, 12, width, most);
      expect(lines.length).toBeLessThanOrEqual(most);
      for (const line of lines) if ([...line].length > 1) expect(textWidth(line, 12)).toBeLessThanOrEqual(width);
    }),
  );
});

test('what fits is all there, letter by letter', () => {
  fc.assert(
    fc.property(words, (text) => {
      expect(wrapText(text, 12, 100, 10_000).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }),
  );
});

test('what was left out shows', () => {
  expect(wrapText('one two three, four five six', 12, 60, 2)).toEqual(['one two', 'three…']);
  expect(wrapText('one', 12, 60, 2)).toEqual(['one']);
});
