import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { fieldKinds, importTrees, loadTexts } from '../../src/index.js';
import { blocks, consoles, filesIn, folderOf, runAs, unlike } from './console.js';

const page = 'docs/import.md';

test('its chart becomes its tree, and is told as it stands there', () => {
  const [chart = ''] = blocks(page, 'mermaid');
  const folder = folderOf('.', [{ path: 'router.mmd', text: chart }]);
  const [console_ = ''] = consoles(page);
  expect(unlike(console_, runAs(console_, folder, ''))).toBeUndefined();
  const [tree] = filesIn(page);
  expect(`# router.yaml\n${readFileSync(join(folder, 'my-desk/router.yaml'), 'utf8')}`).toBe(tree?.text);
  expect(
    execFileSync(process.execPath, ['bin/faultline.js', 'lint', join(folder, 'my-desk')], { encoding: 'utf8' }),
  ).toMatch(/^0 errors and /m);
});

test('its tables become trees, and all of them is taken over', async () => {
  const tables = blocks(page, 'csv');
  expect(tables).toHaveLength(2);
  for (const table of tables) {
    const charts = await importTrees('table.csv', table);
    expect(charts?.remarks.filter(({ kind }) => kind !== 'to-do')).toEqual([]);
    const { diagnostics } = await loadTexts([
      ...(charts?.trees ?? []),
      ...(charts === undefined ? [] : [charts.manifest]),
    ]);
    expect([charts?.trees.length, diagnostics]).toEqual([1, []]);
  }
});

test('its map names every field that can be named', () => {
  const [map = '{}'] = blocks(page, 'json');
  expect(Object.keys(JSON.parse(map) as object).sort()).toEqual([...fieldKinds].sort());
});

test('its options are there', () => {
  const help = execFileSync(process.execPath, ['bin/faultline.js', 'import', '--help'], { encoding: 'utf8' });
  const options = blocks(page, 'sh').flatMap((block) => block.match(/--\w+/g) ?? []);
  expect(options.length).toBeGreaterThan(3);
  for (const option of options) expect(help).toContain(option);
});
