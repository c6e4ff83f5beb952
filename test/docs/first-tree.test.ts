import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { folderOf, runAs, typedIn, unlike } from './console.js';

const page = readFileSync('docs/first-tree.md', 'utf8');
const folder = folderOf('empty', []);
const steps = [...page.matchAll(/^```(yaml|text)\n([\s\S]*?)^```/gm)].map(([, language, block = '']) => ({
  language,
  block,
}));

// As a reader does them, from the top: files are saved, commands are typed.
test.each(steps.map(({ language, block }) => [block.split('\n')[0], language, block]))(
  '%s',
  (first, language, block = '') => {
    if (language === 'yaml') {
      const file = join(folder, /^# (\S+)$/.exec(first ?? '')?.[1] ?? '');
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, block);
      return;
    }
    expect(unlike(block, runAs(block, folder, typedIn(block)))).toBeUndefined();
  },
);

test('the page has every part', () => {
  expect(steps.filter(({ language }) => language === 'text').length).toBe(8);
});
