import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { diagnosticKinds, lintKinds } from '../../src/index.js';
import { loadOver } from './fixtures.js';
import { firstLinesOf, marksOf, pageExamples, pageOf, pages } from './page-examples.js';

const kinds = await diagnosticKinds();
const codes = kinds.map(({ code }) => code);
// What cannot be written into a page as YAML: files that are missing, too large, badly encoded, or links. The broken
// fixtures show them.
const withoutExample = [
  'empty-file',
  'file-large',
  'link-refused',
  'manifest-missing',
  'not-utf8',
  'steps-too-many',
  'too-large',
  'too-long',
  'too-many-keys',
];

describe('the pages of diagnostics', () => {
  test('match the codes of loading and of lints one to one', () => {
    const all = [...kinds, ...lintKinds].map(({ code }) => `${code}.md`);
    expect(readdirSync(pages).sort()).toEqual(all.sort());
  });

  test.each(kinds)('$code: begins with its words', (kind) => {
    expect(pageOf(kind.code).split('\n').slice(0, 3)).toEqual(firstLinesOf(kind));
  });

  test.each(codes)('%s: the wrong example gives it at the marked place', async (code) => {
    const examples = pageExamples(code, 'Wrong');
    expect(examples.length > 0).toBe(!withoutExample.includes(code));
    if (examples.length === 0) return;
    const { diagnostics } = await loadOver(...examples.map(({ file }) => file));
    expect(marksOf(diagnostics, code)).toEqual(examples.flatMap(({ marks }) => marks));
    expect(marksOf(diagnostics, code)).not.toEqual([]);
  });

  test.each(codes)('%s: the right example gives nothing at all', async (code) => {
    const examples = pageExamples(code, 'Right');
    expect(examples.length).toBeGreaterThan(0);
    const loaded = await loadOver(...examples.map(({ file }) => file));
    expect(loaded.diagnostics).toEqual([]);
  });
});
