import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { blocks, consoles, folderOf, runAs, table, unlike } from './console.js';

const page = 'docs/manual.md';
const office = 'test/fixtures/office';
const files = readdirSync(office, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((path) => ({ path, text: readFileSync(`${office}/${path}`, 'utf8') }));

test.each(consoles(page).map((block) => [block.split('\n')[0], block]))('%s', (_, block = '') => {
  expect(unlike(block, runAs(block, folderOf('office', files), ''))).toBeUndefined();
});

test('its options are those of the command', () => {
  const help = execFileSync(process.execPath, ['bin/faultline.js', 'manual', '--help'], { encoding: 'utf8' });
  const described = table(page, 'option').map(([option = '']) => /--[\w-]+/.exec(option)?.[0] ?? option);
  expect(described).toEqual([...help.matchAll(/^ {2}(--[\w-]+)/gm)].map(([, option]) => option));
  for (const [option = ''] of blocks(page, 'sh').join('').matchAll(/--\w+/g)) expect(described).toContain(option);
});
