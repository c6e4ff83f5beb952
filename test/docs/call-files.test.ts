import { expect, test } from '@jest/globals';
import { loadTexts, runCalls } from '../../src/index.js';
import { blocks, consoles, filesIn, folderOf, runAs, unlike } from './console.js';

const page = 'docs/call-files.md';

test('its files load, and their calls pass but for the one that shows a difference', async () => {
  const { knowledgeBase, diagnostics } = await loadTexts(filesIn(page));
  expect(diagnostics).toEqual([]);
  const results = await runCalls(knowledgeBase);
  const failed = results.filter(({ differences }) => differences.length > 0);
  expect([results.length, failed.map(({ example }) => example.tree)]).toEqual([7, ['exchanged']]);
});

const own = (block: string) =>
  filesIn(page).filter(
    ({ path }) => path.startsWith('exchanged') === block.includes('--tree exchanged') || !path.startsWith('exchanged'),
  );

test.each(consoles(page).map((block) => [block.split('\n')[0], block]))('%s', (_, block = '') => {
  const [session = ''] = blocks(page, 'json');
  expect(unlike(block, runAs(block, folderOf('my-desk', own(block)), session))).toBeUndefined();
});
