import { describe, expect, test } from '@jest/globals';
import { openSearch } from '../../src/index.js';
import { office, searchOf, small } from './small-knowledge-base.js';

const bicycle = {
  name: 'Bicycles',
  symptoms: ['my bicycle has a flat tyre', 'the chain of my bicycle has come off'],
  desk: 'shop',
};
const kite = { name: 'Kites', symptoms: ['the kite crashes'] };

describe('nothing fits', () => {
  test.each<[what: string, words: string, missed: readonly string[]]>([
    ['nothing', '', []],
    ['blanks', ' \t\r\n\u00A0\u2003 ', []],
    ['signs', '?!... --- //// (())', []],
    ['only words that say nothing', 'well, it is about the thing that i have', []],
    ['only words that are not known', 'zorblax quuxed fnord', ['zorblax', 'quuxed', 'fnord']],
    ['only pictures', '😀🔥👩‍🚀', []],
    ['another script', 'принтер не печатает', ['принтер', 'не', 'печатает'].filter((word) => word.length > 2)],
  ])('to %s', async (_, words, missed) => {
    for (const typing of [false, true]) {
      const found = (await searchOf()).find(words, { typing });
      expect(found).toMatchObject({ fits: false, results: [], notUnderstood: missed });
      expect(found).not.toHaveProperty('notCovered');
    }
  });

  test.each<[words: string, subject: string | undefined]>([
    ['my bicycle', 'Bicycles'],
    ['I have a flat tyre on my bycicle', 'Bicycles'],
    ['the chain came off', 'Bicycles'],
    ['KITES', 'Kites'],
    ['it crashed', 'Kites'],
    ['zorblax', undefined],
    ['', undefined],
  ])('to "%s", which is about: %s', async (words, subject) => {
    const { find } = await searchOf(office, { manifest: { not_covered: { bicycle, kite } } });
    const { fits, results, notCovered } = find(words);
    expect([fits, results, notCovered?.name]).toEqual([false, [], subject]);
  });

  test('a subject that no tree covers comes with its desk, where it has one', async () => {
    const { find } = await searchOf(office, { manifest: { not_covered: { bicycle, kite } } });
    expect(find('bicycle').notCovered).toEqual({ id: 'bicycle', ...bicycle });
    expect(find('kite').notCovered).toEqual({ id: 'kite', ...kite });
  });

  test('what trees do cover is not taken for a subject beside them', async () => {
    const { find } = await searchOf(office, { manifest: { not_covered: { bicycle, kite } } });
    const found = find('nothing comes out of the printer');
    expect(found).toMatchObject({ fits: true, results: [{ tree: 'printer' }] });
    expect(found).not.toHaveProperty('notCovered');
  });

  test('synonyms lead to subjects that no tree covers as well', async () => {
    const { find } = await searchOf(office, {
      manifest: { not_covered: { bicycle } },
      synonyms: { bicycle: ['bike', 'two wheeler'] },
    });
    expect(['my bike', 'two wheeler'].map((words) => find(words).notCovered?.id)).toEqual(['bicycle', 'bicycle']);
  });
});

describe('what to ask then', () => {
  test('without questions in the manifest there are some usual ones', async () => {
    const { ask } = (await searchOf()).find('zorblax');
    expect(ask.length).toBeGreaterThan(0);
    for (const { ask: question, say } of ask) expect([question, say]).toEqual([expect.any(String), expect.any(String)]);
  });

  test('the questions of the manifest take their place, in their order', async () => {
    const ask = [
      { ask: 'Which device?', say: 'What is it about?' },
      { ask: 'Since when?', fact: 'since' },
    ];
    const kb = await small(office, {
      manifest: { nothing_fits: { ask, tree: 'laptop' } },
      facts: { since: { name: 'Since', type: 'text' } },
    });
    expect(kb.nothingFits.tree).toBe('laptop');
    const { find } = await openSearch(kb);
    expect(find('zorblax').ask).toEqual(ask);
    expect(find('printer').ask).toEqual(ask);
  });
});
