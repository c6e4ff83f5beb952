import { expect, test } from '@jest/globals';
import { lintKnowledge, loadTexts } from '../../src/index.js';
import { filesIn } from './console.js';

test('the examples of docs/lint.md load, and lint finds in them what the page says', async () => {
  const files = filesIn('docs/lint.md');
  expect(files.map(({ path }) => path)).toEqual(['knowledge-base.yaml', 'printing/lamp.yaml']);
  const loaded = await loadTexts(files, { written: true });
  expect(loaded.diagnostics).toEqual([]);
  expect([...loaded.knowledgeBase.lints.keys()]).toContain('fault-deep');
  const found = lintKnowledge(loaded, { today: '2026-11-28' }).filter(({ severity }) => severity !== 'advice');
  expect(found.map(({ code, place }) => `${code} ${place.line}`)).toEqual(['silence-unneeded 13']);
});
