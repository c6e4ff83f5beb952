import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { table } from './console.js';

test.each(table('docs/architecture.md', 'what'))('how much is looked at %s: %s', (_, figures = '', file = '') => {
  const source = readFileSync(file.replaceAll('`', ''), 'utf8');
  const numbers = figures.match(/\d+(?:,\d+)?/g) ?? [];
  expect(numbers.length).toBeGreaterThan(0);
  const there = (number: string): boolean => new RegExp(`\\b${number.replace(',', '_')}\\b`).test(source);
  expect(numbers.filter((number) => !there(number))).toEqual([]);
});
