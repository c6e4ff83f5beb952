import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { loadFolder, loadTexts } from '../../src/index.js';
import { filesBelow, fixtures } from './fixtures.js';

let folder = '';
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'faultline-folder-')), 'kb');
  cpSync(join(fixtures, 'base'), folder, { recursive: true });
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

const tree = (id: string): string =>
  `tree: ${id}\ntitle: A tree\nsymptoms: [it]\nstart: start\nnodes: { start: { close: resolved } }\n`;

async function load() {
  const { knowledgeBase, diagnostics } = await loadFolder(folder);
  return {
    trees: [...knowledgeBase.trees.keys()],
    found: diagnostics.map(({ code, place }) => `${place.file} ${code}`),
  };
}

describe('reading a folder', () => {
  test('gives the same as the same texts without a file system, in any order', async () => {
    const good = join(fixtures, 'good');
    const fromFolder = await loadFolder(good);
    const files = filesBelow(good);
    expect(files.length).toBeGreaterThan(8);
    expect(await loadTexts(files)).toEqual(fromFolder);
    expect(await loadTexts([...files].reverse())).toEqual(fromFolder);
    expect(await loadTexts(files.map(({ path, text }) => ({ path, text: text.toString() })))).toEqual(fromFolder);
    expect(fromFolder.diagnostics).toEqual([]);
  });

  test('passes over hidden files, node_modules and what is not YAML', async () => {
    for (const path of ['.hidden.yaml', '.git/tree.yaml', 'node_modules/x/tree.yaml', 'notes.txt', 'tree.yaml.bak']) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), 'this is: [not a tree');
    }
    expect(await load()).toEqual({ trees: ['wifi'], found: [] });
  });

  test('takes .yml and folders in folders', async () => {
    mkdirSync(join(folder, 'a/b/c'), { recursive: true });
    writeFileSync(join(folder, 'a/b/c/deep.yml'), tree('deep'));
    expect(await load()).toEqual({ trees: ['deep', 'wifi'], found: [] });
  });

  test('follows a link to a file inside', async () => {
    writeFileSync(join(folder, 'notes.txt'), tree('noted'));
    symlinkSync('notes.txt', join(folder, 'noted.yaml'));
    expect(await load()).toEqual({ trees: ['noted', 'wifi'], found: [] });
  });

  test.each([
    ['a file outside', '../outside.yaml'],
    ['a folder outside', '../other'],
    ['a sibling folder whose name begins alike', '../kb-secret/outside.yaml'],
    ['itself', 'link.yaml'],
    ['nothing', 'missing.yaml'],
    ['the folder itself', '.'],
    ['a device', '/dev/zero'],
  ])('refuses a link to %s', async (_, target) => {
    for (const name of ['other', 'kb-secret']) {
      mkdirSync(join(folder, '..', name));
      writeFileSync(join(folder, '..', name, 'outside.yaml'), tree('outside'));
    }
    writeFileSync(join(folder, '../outside.yaml'), tree('outside'));
    symlinkSync(target, join(folder, 'link.yaml'));
    expect(await load()).toEqual({ trees: ['wifi'], found: ['link.yaml link-refused'] });
  });

  test('refuses a link out of the folder by way of a folder inside', async () => {
    mkdirSync(join(folder, '../secret'));
    writeFileSync(join(folder, '../secret/outside.yaml'), tree('outside'));
    symlinkSync('../secret', join(folder, 'area'));
    symlinkSync('area/outside.yaml', join(folder, 'looks-inside.yaml'));
    expect(await load()).toEqual({ trees: ['wifi'], found: ['area link-refused', 'looks-inside.yaml link-refused'] });
  });

  test('a folder that is reached by a link is a folder like any other', async () => {
    symlinkSync('kb', join(folder, '../link'));
    const { knowledgeBase, diagnostics } = await loadFolder(join(folder, '../link'));
    expect(diagnostics).toEqual([]);
    expect(knowledgeBase.trees.size).toBe(1);
  });

  test('reads only the beginning of a file that is too large', async () => {
    writeFileSync(join(folder, 'huge.yaml'), Buffer.alloc(40 * 1024 * 1024, 'a'));
    expect(await load()).toEqual({ trees: ['wifi'], found: ['huge.yaml too-large'] });
  });

  test('throws what the file system throws where there is no folder', async () => {
    await expect(loadFolder(join(folder, 'missing'))).rejects.toThrow(/ENOENT/);
    await expect(loadFolder(join(folder, 'facts.yaml'))).rejects.toThrow(/ENOTDIR/);
  });
});
