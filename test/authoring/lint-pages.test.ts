import { describe, expect, test } from '@jest/globals';
import { lintKinds, lintKnowledge, loadTexts } from '../../src/index.js';
import { overBase } from '../knowledge/fixtures.js';
import { firstLinesOf, marksOf, type PageExample, pageExamples, pageOf } from '../knowledge/page-examples.js';

const codes = lintKinds.map(({ code }) => code);

// The small knowledge base of the fixtures has findings of its own; what counts is what the page shows.
async function lintExamples(examples: readonly PageExample[]) {
  const files = examples.map(({ file }) => file);
  const loaded = await loadTexts(overBase(files), { written: true });
  const shown = new Set(files.map(({ path }) => path));
  const found = lintKnowledge(loaded, { today: '2026-11-28' }).filter(({ place }) => shown.has(place.file));
  return { found, loading: loaded.diagnostics };
}

describe('the pages of lints', () => {
  test.each(lintKinds)('$code: begins with its words, and says why in two to five sentences', (kind) => {
    const page = pageOf(kind.code);
    expect(page.split('\n').slice(0, 3)).toEqual(firstLinesOf(kind));
    const why = page.split(/^## /m)[0]?.split('\n').slice(3).join(' ') ?? '';
    const sentences = why.replace(/`[^`]*`/g, 'code').match(/[.?!]["”]?(?=\s|$)/g) ?? [];
    expect(sentences.length).toBeGreaterThanOrEqual(2);
    // A page that says how to set a number has one sentence more for it, and one for the number of its example.
    expect(sentences.length).toBeLessThanOrEqual(why.includes('most:') ? 7 : 5);
  });

  test.each(codes)('%s: the wrong example gives it at the marked places', async (code) => {
    const examples = pageExamples(code, 'Wrong');
    const { found, loading } = await lintExamples(examples);
    expect(loading).toEqual([]);
    expect(marksOf(found, code)).not.toEqual([]);
    expect(marksOf(found, code)).toEqual(examples.flatMap(({ marks }) => marks));
  });

  test.each(codes)('%s: the right example does not give it', async (code) => {
    const examples = pageExamples(code, 'Right');
    expect(examples.length).toBeGreaterThan(0);
    const { found, loading } = await lintExamples(examples);
    expect(loading).toEqual([]);
    expect(marksOf(found, code)).toEqual([]);
  });
});
