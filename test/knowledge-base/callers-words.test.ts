import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { openSearch, search } from '../../src/index.js';
import { loadShipped } from './load-shipped.js';

const { knowledgeBase: kb } = await loadShipped({ calls: false });

/** The half of the descriptions that may be seen: what a caller says, and the trees in which one could rightly begin. */
const descriptions = readFileSync('bench/search/seen.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { readonly text: string; readonly trees: readonly string[] });

describe('the shipped trees are found by what callers say', () => {
  test('a long first sentence leads to the printer, with the make and the system', async () => {
    const words = 'hi yes um my hp printer keeps saying its offline and im on a mac';
    const { fits, results, facts } = await search(kb, words);
    expect([fits, results[0]?.tree]).toEqual([true, 'printer-offline']);
    expect(facts.map(({ fact, readings }) => [fact, readings.map(({ value }) => value)])).toEqual([
      ['printer.make', ['HP']],
      ['os', ['macos']],
    ]);
  });

  test.each([
    ['my screen went all black with the fan still going', ['dark-computer', 'no-display']],
    ['the interweb is down', ['no-internet', 'pages-wont-open']],
    ['it wont let me log on', ['sign-in']],
    ['wi fi keeps droping', ['wifi-drops']],
    ['e mail wont send', ['email-sending', 'email']],
    ['card declined at checkout', ['web-payment']],
    ['there is smoke coming out of my laptop', ['safety']],
  ])('%s', async (words, trees) => {
    const { results } = await search(kb, words);
    expect(trees).toContain(results[0]?.tree);
  });

  test.each([
    ['my scanner does not scan', 'scanning'],
    ['the dog has eaten my homework, can you recommend a vet', 'animal'],
    ['how do i make a pivot table', 'spreadsheet'],
  ])('%s: no tree covers it, and the subject is named', async (words, subject) => {
    const { fits, notCovered } = await search(kb, words);
    expect([fits, notCovered?.id]).toEqual([false, expect.stringContaining(subject)]);
  });

  // What is measured is in bench/README.md; these bounds lie a little lower, and hold against a change that spoils it.
  test('the half of the descriptions that may be seen', async () => {
    const { find } = await openSearch(kb);
    const found = descriptions.map(({ text, trees }) => ({ trees, ...find(text) }));
    const covered = found.filter(({ trees }) => trees.length > 0);
    const others = found.filter(({ trees }) => trees.length === 0);
    const share = (all: typeof found, is: (each: (typeof found)[number]) => boolean): number =>
      all.filter(is).length / all.length;
    const isAmong = ({ trees, results }: (typeof found)[number], first: number): boolean =>
      results.slice(0, first).some(({ tree }) => trees.includes(tree));
    expect(share(covered, (each) => isAmong(each, 1))).toBeGreaterThan(0.75);
    expect(share(covered, (each) => isAmong(each, 3))).toBeGreaterThan(0.92);
    expect(share(covered, ({ fits }) => fits)).toBeGreaterThan(0.92);
    expect(share(others, ({ fits }) => !fits)).toBeGreaterThan(0.72);
  });
});
