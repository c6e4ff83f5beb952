import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { type Cell, safeForSpreadsheets, toCsv } from '../../src/index.js';

const commands = [
  '=1+1',
  '+49 170 1234567',
  '-2+3+cmd',
  '@SUM(A1)',
  '|calc',
  '%0A=1',
  '\t=1',
  '\r=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
  '−1',
  '  =1',
  '\u00A0=1',
  '\u3000=1',
  '\uFEFF=1',
  '\u200B=1',
  '\u202E=1',
  '"=1',
  '“=1',
  ' "\u200B\u00A0=1',
  '\tindented',
];

test.each(commands)('%j is made safe', (text) => {
  expect(safeForSpreadsheets(text)).toContain("'");
  expect(safeForSpreadsheets(text).replaceAll("'", '')).toBe(text);
});

test.each([
  ['fine\n=1+1\nfine', "fine\n'=1+1\nfine"],
  ['fine\r\n\u00A0@SUM(A1)', "fine\r\n'\u00A0@SUM(A1)"],
  ['fine\r=1', "fine\r'=1"],
  ['fine\u2028=1', "fine\u2028'=1"],
  ['fine;=1+1', "fine;'=1+1"],
  ['fine\t=1+1', "fine\t'=1+1"],
])('each line and part of %j is made safe', (text, safe) => {
  expect(safeForSpreadsheets(text)).toBe(safe);
});

test.each(['the light is on', '3 = 3', 'anna@example.com', 'a-b', "'=1", "it's 5%", '', '(=1)', 'one; two', '5 - 3'])(
  '%j stays as it is',
  (text) => {
    expect(safeForSpreadsheets(text)).toBe(text);
  },
);

test('a table has its columns first, lines that end with CR and LF, and numbers that stay numbers', () => {
  const rows: Cell[][] = [
    ['paper jam', -5, 3.25],
    ['say "please", twice', 0, undefined],
    ['=1', 1e21, 12],
  ];
  expect(toCsv(['fault', 'change', '=share'], rows)).toBe(
    `fault,change,'=share\r\n"paper jam",-5,3.25\r\n"say ""please"", twice",0,\r\n'=1,1e+21,12\r\n`,
  );
});

const pieces = [
  '=',
  '+',
  '-',
  '@',
  '|',
  '%',
  '＝',
  '\t',
  '\r',
  '\n',
  '\r\n',
  ' ',
  '\u00A0',
  '\uFEFF',
  '"',
  "'",
  ',',
  ';',
  '“',
  'a',
  '1',
  'é',
  '😀',
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme' }),
);
const apart = (cell: string): string => cell.replaceAll("'", '');

test('another program reads the same texts, apart from apostrophes, and nothing that could run', () => {
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));
  fc.assert(
    fc.property(table, ([columns = [], ...rows]) => {
      const csv = toCsv(columns, rows);
      const read = parse(csv, { relax_column_count: true, bom: false }) as string[][];
      expect(read.map((row) => row.map(apart))).toEqual([columns, ...rows].map((row) => row.map(apart)));
      for (const cell of read.flat()) {
        for (const line of cell.split(/[\r\n]/)) {
          // Written another way than in the code: what is left of what does not count, and of what is not seen.
          const seen = [...line].find((letter) => !/[\s"“\uFEFF]/u.test(letter)) ?? '';
          expect('=+-@|%＝'.includes(seen) && seen !== '' ? cell : '').toBe('');
        }
      }
    }),
    { numRuns: 1000 },
  );
});

test('making a text safe twice is making it safe once', () => {
  fc.assert(
    fc.property(text, (each) => expect(safeForSpreadsheets(safeForSpreadsheets(each))).toBe(safeForSpreadsheets(each))),
  );
});

test.each(['=', '\t', ';', ' ', '"', '\n', '\uFEFF', "'", ';\t'])('100,000 of %j are read to their end', (shape) => {
  expect(safeForSpreadsheets(shape.repeat(100_000)).length).toBeGreaterThanOrEqual(100_000);
});
