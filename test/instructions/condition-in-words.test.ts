import { expect, test } from '@jest/globals';
import { type Condition, conditionInWords } from '../../src/index.js';
import { loadShipped } from '../knowledge-base/load-shipped.js';

const { knowledgeBase: kb } = await loadShipped();
const windows: Condition = { fact: 'os', operator: 'equal', value: 'windows' };
const free: Condition = { fact: 'disk.free', operator: 'lessThan', value: 15 };
const os = kb.facts.get('os')?.title;
const disk = kb.facts.get('disk.free')?.title;
const unit = kb.facts.get('disk.free')?.unit;

test.each<[Condition, string]>([
  [windows, `${os} is Windows`],
  [
    { fact: 'os', operator: 'notIn', value: ['windows', 'linux', 'chromeos'] },
    `${os} is not Windows, Linux or ChromeOS (a Chromebook)`,
  ],
  [free, `${disk} is less than 15 ${unit}`],
  [
    { all: [windows, { any: [free, windows] }] },
    `${os} is Windows, and (${disk} is less than 15 ${unit}, or ${os} is Windows)`,
  ],
  [{ not: { condition: 'is-old' } }, 'it is not so that is-old'],
  [{ fact: 'nowhere', operator: 'greaterThanInclusive', value: 3 }, 'nowhere is at least 3'],
])('%j', (condition, words) => {
  expect(conditionInWords(kb, condition, (title) => title)).toBe(words);
});
