import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { maskText } from '../../src/index.js';
import { ordinary, personal } from './labelled-sentences.js';

const mask = (text: string): string => maskText(text).text;

test.each(personal)('%s', (text, wanted) => {
  expect(mask(text)).toBe(wanted);
});

test.each(ordinary)('stays: %s', (text) => {
  expect(maskText(text)).toEqual({ text, masked: [] });
});

test('the table is large, and half of it is ordinary', () => {
  expect(personal.length).toBeGreaterThanOrEqual(75);
  expect(ordinary.length).toBeGreaterThanOrEqual(75);
});

test('no description of a trouble of the search bench is masked', () => {
  const lines = readFileSync('bench/search/seen.jsonl', 'utf8').trim().split('\n');
  expect(lines.length).toBeGreaterThan(100);
  for (const line of lines) {
    const { text } = JSON.parse(line) as { text: string };
    expect(mask(text)).toBe(text);
  }
});

/** Texts that are made of what the patterns look at, so that they meet often and in every order. */
const pieces = [
  ...personal.flatMap(([text]) => text.split(/(?<= )/)),
  ...['[card number]', '[', ']', '\n', '\u200B', '١٢٣', '４', 'é', '😀', '\uE000', '@'],
];
const mixed = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));
const anyText = fc.oneof(mixed, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

test('masking twice is masking once', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const once = mask(text);
      expect(mask(once)).toBe(once);
    }),
    { numRuns: 1000 },
  );
});

test.each([' ', '-', ', ', '.'])('the same sentence over and over, with %j between, is masked at once', (mark) => {
  for (const [text] of personal) {
    const once = mask(`${text}${mark}`.repeat(20));
    expect(mask(once)).toBe(once);
  }
});

test('what is not masked stays as it is', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { text: result, masked } = maskText(text);
      let rest = result;
      let at = 0;
      for (const { start, end } of masked) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        expect(rest.startsWith(text.slice(at, start))).toBe(true);
        rest = rest.slice(start - at).replace(/^\[[a-z -]+\]/, '');
        at = end;
      }
      expect(rest).toBe(text.slice(at));
    }),
    { numRuns: 500 },
  );
});

/** Shapes that make a careless pattern look at the same letters again and again. */
const hostile: readonly string[] = [
  '4 ',
  '4-',
  '1.',
  '0',
  '(0',
  '+',
  '+1',
  '@',
  'a@',
  '.',
  'a',
  ' ',
  '\n',
  '"',
  '[',
  '[password]',
  'password ',
  'password is ',
  'password: ',
  'my password for the ',
  'the code that ',
  'a at b dot ',
  ' at ',
  'call ',
  'call me on 5',
  'DE89 ',
  'S, ',
  'one ',
  'double one ',
  '4111 1111 1111 1111 ',
  '0170 ',
  '2026-11-28 ',
  '1.2.3',
  '\u200B',
  '\uE000',
  '\u00A0',
  'é',
  'ﷺ',
  '\uD800',
];

test.each(hostile)(
  '100,000 letters of %j are read to their end',
  (shape) => {
    const text = shape.repeat(Math.ceil(100_000 / shape.length));
    expect(mask(`${text} my password is Summer2024!`)).not.toContain('Summer2024!');
  },
  60_000,
);
