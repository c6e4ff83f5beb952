import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { manners } from '../../src/index.js';
import { costs } from '../../src/practice/index.js';
import { blocks, consoles, filesIn, folderOf, runAs, table, unlike } from './console.js';

const page = 'docs/practice.md';

test('its round goes as it stands there', () => {
  const [round = ''] = consoles(page);
  expect(round).toContain('100 of 100 points.');
  expect(unlike(round, runAs(round, folderOf('my-desk', filesIn('docs/authoring.md')), ''))).toBeUndefined();
});

test('its table has every manner', () => {
  expect(table(page, '`--manner`').map(([name]) => name)).toEqual(manners.map((manner) => `\`${manner}\``));
});

test('its table has what every finding costs', () => {
  const rows = table(page, 'finding').map(([kind = '', points = '']) => [kind.replaceAll('`', ''), Number(points)]);
  expect(Object.fromEntries(rows)).toEqual(costs);
});

test('its options are there', () => {
  const help = execFileSync(process.execPath, ['bin/faultline.js', 'practice', '--help'], { encoding: 'utf8' });
  const options = blocks(page, 'sh').flatMap((block) => block.match(/--\w+/g) ?? []);
  expect(options.length).toBeGreaterThan(3);
  for (const option of options) expect(help).toContain(option);
});
