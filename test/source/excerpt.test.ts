import { describe, expect, test } from '@jest/globals';
import { excerpt, neutralised } from '../../src/index.js';

const on = (line: number, column: number, endColumn: number, endLine = line) => ({
  file: 'a.yaml',
  line,
  column,
  endLine,
  endColumn,
});

describe('excerpts', () => {
  test.each<[name: string, text: string, place: ReturnType<typeof on>, expected: string]>([
    ['a word', 'one\ntwo three\n', on(2, 5, 10), '2 | two three\n  |     ^^^^^'],
    ['the first of several lines', 'a: [1,\n 2]\n', on(1, 4, 4, 2), '1 | a: [1,\n  |    ^^^'],
    ['an empty place', 'one\n', on(1, 2, 2), '1 | one\n  |  ^'],
    ['the end of a line', 'one\n', on(1, 4, 4), '1 | one\n  |    ^'],
    ['an empty file', '', on(1, 1, 1), '1 |\n  | ^'],
    ['a line that is not there', 'one', on(9, 1, 2), '9 |\n  | ^'],
    ['a tab before', '\tone\n', on(1, 2, 5), '1 |     one\n  |     ^^^'],
    ['wide characters', '日本: 語\n', on(1, 5, 6), '1 | 日本: 語\n  |       ^^'],
    ['an emoji of two code units', '🔥x\n', on(1, 3, 4), '1 | 🔥x\n  |   ^'],
    ['a mark upon a letter', 'e\u0301x\n', on(1, 3, 4), '1 | e\u0301x\n  |  ^'],
    ['a carriage return', 'one\r\ntwo', on(1, 1, 4), '1 | one\n  | ^^^'],
    ['what would change the terminal', 'a\u001b[31m\u202eb\n', on(1, 1, 2), '1 | a\ufffd[31m\ufffdb\n  | ^'],
  ])('%s', (_, text, place, expected) => {
    expect(excerpt(text, place)).toBe(expected);
  });

  test('cut a long line round the place', () => {
    const text = `${'a'.repeat(500)}HERE${'b'.repeat(500)}`;
    const [line = '', carets = ''] = excerpt(text, on(1, 501, 505), 60).split('\n');
    expect(line.length).toBeLessThanOrEqual(64);
    expect(line).toMatch(/^1 \| …a+HEREb+…$/);
    expect(carets.indexOf('^')).toBe(line.indexOf('HERE'));
    expect(carets).toMatch(/^ {2}\| +\^{4}$/);
  });

  test('cut a place that is itself too long', () => {
    const [line = '', carets = ''] = excerpt('x'.repeat(1000), on(1, 1, 1001), 40).split('\n');
    expect(line).toBe(`1 | ${'x'.repeat(38)}…`);
    expect(carets).toBe(`  | ${'^'.repeat(38)}`);
  });

  test('neutralised text keeps what can be seen', () => {
    expect(neutralised('a\u0007b\u200bc\ud800d é 日 🔥\n\t')).toBe('a\ufffdb\ufffdc\ufffdd é 日 🔥\n\t');
  });
});
