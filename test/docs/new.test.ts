import { expect, test } from '@jest/globals';
import { consoles, folderOf, runAs, unlike } from './console.js';

const page = 'docs/new.md';
const folder = folderOf('empty', []);

// One after the other: each goes on with what the one before has written.
test.each(consoles(page).map((block) => [block.split('\n')[0], block]))('%s', (_, block = '') => {
  expect(unlike(block, runAs(block, folder, ''))).toBeUndefined();
});
