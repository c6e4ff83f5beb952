import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { loadFolder } from '../../src/index.js';
import { run } from './run.js';

const chart = 'graph TD\n  A{Is it on?} -->|yes| B[Restart it]\n  A -->|no| C[Contact support]\n';
const folderWith = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-import-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
};

test('without a folder the tree is printed, and what is told goes to standard error', async () => {
  const folder = folderWith({ 'a.mmd': `${chart}  no idea\n` });
  const { code, stdout, stderr } = await run(['import', join(folder, 'a.mmd'), '--tree', 'device']);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^# device\.yaml\n/);
  expect(stdout).toContain('\ntree: device\n');
  expect(stderr).toContain('a.mmd:4:3  not taken over\n  Not understood: no idea\n');
  expect(readdirSync(folder)).toEqual(['a.mmd']);
});

test('a new folder becomes a knowledge base that loads', async () => {
  const folder = folderWith({ 'a.mmd': chart });
  const out = join(folder, 'desk');
  const { code, stdout } = await run(['import', join(folder, 'a.mmd'), '--out', out]);
  expect(code).toBe(0);
  expect(stdout).toContain('1 tree. All was taken over.');
  const { knowledgeBase, diagnostics } = await loadFolder(out);
  expect([[...knowledgeBase.trees.keys()], diagnostics]).toEqual([['a'], []]);
});

test('in a knowledge base its desk is taken, nothing is written over, and names that are taken get a number', async () => {
  const manifest = 'knowledge_base: mine\ntitle: Mine\ndesks: { floor: { name: The floor } }\ndefault_desk: floor\n';
  const folder = folderWith({ 'a.mmd': chart, 'facts.mmd': chart, 'knowledge-base.yaml': manifest });
  expect((await run(['import', join(folder, 'a.mmd'), '--out', folder])).code).toBe(0);
  expect((await run(['import', join(folder, 'a.mmd'), '--out', folder])).code).toBe(0);
  expect((await run(['import', join(folder, 'facts.mmd'), '--out', folder])).code).toBe(0);
  expect(readFileSync(join(folder, 'knowledge-base.yaml'), 'utf8')).toBe(manifest);
  const { knowledgeBase, diagnostics } = await loadFolder(folder);
  expect([[...knowledgeBase.trees.keys()], diagnostics]).toEqual([['a-2', 'a', 'facts-2'], []]);
});

test('a file that is there already stays, and nothing else is written', async () => {
  const folder = folderWith({ 'a.mmd': chart, 'a.yaml': 'mine\n' });
  const { code, stderr } = await run(['import', join(folder, 'a.mmd'), '--out', folder]);
  expect([code, stderr]).toEqual([2, expect.stringMatching(/a\.yaml is there already: choose another name/)]);
  expect(existsSync(join(folder, 'knowledge-base.yaml'))).toBe(false);
  expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe('mine\n');
});

test.each<[words: readonly string[], said: RegExp]>([
  [['missing.mmd'], /^The file ".*missing\.mmd" cannot be read: it is not there\.\n$/],
  [['a.txt'], /^What ".*a\.txt" is cannot be told: its name has to end with \.mmd/],
  [['binary.mmd'], /^The file ".*" is no text in UTF-8\.\n$/],
  [['sub'], /^The file ".*sub" cannot be read: it is a folder\.\n$/],
  [['a.mmd', '--tree', 'My Tree'], /^A tree is called by small letters/],
  [['a.json', '--map', 'wrong.json'], /has to say which field is what, .*; it can name nodes, edges, id/],
  [['a.json', '--map', 'a.txt'], /^The file ".*a\.txt" is no JSON\.\n$/],
])('%j is misuse, said in a sentence', async (words, said) => {
  const folder = folderWith({ 'a.mmd': chart, 'a.txt': 'x', 'a.json': '{}', 'wrong.json': '{"nods": "x"}' });
  writeFileSync(join(folder, 'binary.mmd'), new Uint8Array([0xff, 0xfe, 0x00]));
  mkdirSync(join(folder, 'sub'));
  const inFolder = words.map((word) => (/^(?:sub|.*\.\w+)$/.test(word) ? join(folder, word) : word));
  const { code, stdout, stderr } = await run(['import', ...inFolder]);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(said);
});

test('a file without a chart is told, and nothing is written', async () => {
  const folder = folderWith({ 'a.md': '# Nothing\n' });
  const { code, stdout } = await run(['import', join(folder, 'a.md'), '--out', join(folder, 'x')]);
  expect([code, stdout]).toEqual([1, 'No tree could be made of it.\n']);
  expect(existsSync(join(folder, 'x'))).toBe(false);
});
