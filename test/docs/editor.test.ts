import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { jsonSchemas } from '../../src/index.js';
import { blocks } from './console.js';

const page = 'docs/editor.md';
const kinds = Object.keys(await jsonSchemas()).sort();

/** Which files a schema is given for, by its kind, as a block of the page says in the language of an editor. */
function given(block: string): ReadonlyMap<string, readonly string[]> {
  const lines = block.split('\n').filter((line) => line.includes('.schema.json'));
  return new Map(
    lines.map((line) => {
      const [schema = '', ...files] = [...line.matchAll(/["']([^"']+)["']/g)].map(([, text]) => text ?? '');
      return [schema.replace('node_modules/faultline/schema/', '').replace('.schema.json', ''), files];
    }),
  );
}

describe('the settings for editors', () => {
  const [code = '', extensions = ''] = blocks(page, 'json');
  const [neovim = ''] = blocks(page, 'lua');
  const [helix = ''] = blocks(page, 'toml');

  test('are JSON where they have to be', () => {
    expect(Object.keys((JSON.parse(code) as { 'yaml.schemas': object })['yaml.schemas'])).toHaveLength(kinds.length);
    expect(JSON.parse(extensions)).toEqual({ recommendations: ['redhat.vscode-yaml'] });
  });

  test.each([
    ['VS Code', code],
    ['Neovim', neovim],
    ['Helix', helix],
  ])('give every kind of file its schema, the same in every editor: %s', (_, block) => {
    expect([...given(block).keys()].sort()).toEqual(kinds);
    expect(given(block)).toEqual(given(code));
  });

  test('name schemas that there are', () => {
    const named = [...readFileSync(page, 'utf8').matchAll(/([a-z-]+\.schema\.json)/g)].map(([name]) => name);
    const there = readdirSync('schema');
    expect(named.filter((name) => !there.includes(name))).toEqual([]);
  });
});
