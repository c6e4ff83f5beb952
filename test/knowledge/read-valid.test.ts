import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { loadTexts, type SourceFile } from '../../src/index.js';
import { badFixtures, filesBelow, fixtures, overBase } from './fixtures.js';

const fresh = (files: readonly SourceFile[]): SourceFile[] =>
  files.map(({ path, text }) => ({ path, text: new Uint8Array(text as Uint8Array) }));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  ['the good one', filesBelow(join(fixtures, 'good'))],
  ['the small one', overBase([])],
  ...badFixtures()
    .filter((name) => name.endsWith('.yaml'))
    .map((name): [string, SourceFile[]] => {
      const [file] = filesBelow(join(fixtures, 'bad')).filter(({ path }) => path === name) as [SourceFile];
      return [name, overBase([file])];
    }),
])('the same bytes again make the same as bytes that were never read: %s', async (_, files) => {
  const expected = await loadTexts(fresh(files), { written: true });
  await loadTexts(files);
  expect(await loadTexts(files, { written: true })).toEqual(expected);
  // Beside other files too: what is wrong between files is looked for each time.
  for (const left of files.slice(0, 3)) {
    const others = files.filter((file) => file !== left);
    expect(await loadTexts(others)).toEqual(await loadTexts(fresh(others)));
  }
});

test('bytes that were written into are read anew', async () => {
  const text = bytes('facts:\n  os: { type: text }\n');
  const [file, ...others] = [{ path: 'facts.yaml', text }, ...overBase([]).filter(({ path }) => path !== 'facts.yaml')];
  const before = await loadTexts([file as SourceFile, ...others]);
  expect([...before.knowledgeBase.facts.keys()]).toEqual(['os']);
  text.set(bytes('pc'), text.indexOf('o'.charCodeAt(0)));
  const after = await loadTexts([file as SourceFile, ...others]);
  expect([...after.knowledgeBase.facts.keys()]).toEqual(['pc']);
  expect(after.sources.get('facts.yaml')).toContain('pc: ');
});

test('the same bytes under another path are another file', async () => {
  const tree = overBase([]).find(({ path }) => path === 'wifi.yaml') as SourceFile;
  const again = overBase([{ path: 'trees/again.yaml', text: tree.text }]);
  await loadTexts(again);
  const { diagnostics } = await loadTexts(again);
  expect(diagnostics).toEqual((await loadTexts(fresh(again))).diagnostics);
  expect(diagnostics.map(({ place }) => place.file)).toContain('wifi.yaml');
});
