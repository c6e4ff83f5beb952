import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { placeInText } from '../../src/source/index.js';

describe('places in a text', () => {
  test('count lines and columns from 1, the end exclusive', () => {
    const placeOf = placeInText('a.yaml', 'ab\nc🔥d\n');
    expect(placeOf(0, 2)).toEqual({ file: 'a.yaml', line: 1, column: 1, endLine: 1, endColumn: 3 });
    expect(placeOf(6, 7)).toEqual({ file: 'a.yaml', line: 2, column: 4, endLine: 2, endColumn: 5 });
    expect(placeOf(1, 4)).toEqual({ file: 'a.yaml', line: 1, column: 2, endLine: 2, endColumn: 2 });
    expect(placeOf(99, 99)).toEqual({ file: 'a.yaml', line: 3, column: 1, endLine: 3, endColumn: 1 });
  });

  test('agree with counting by hand', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '\n', '\r', 'é')), fc.nat(40), (characters, offset) => {
        const text = characters.join('');
        const at = Math.min(offset, text.length);
        const before = text.slice(0, at).split('\n');
        const { line, column } = placeInText('a', text)(at, at);
        expect([line, column]).toEqual([before.length, (before.at(-1) as string).length + 1]);
      }),
    );
  });
});
