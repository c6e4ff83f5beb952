import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Search } from '../../src/index.js';
import { office, searchOf } from './small-knowledge-base.js';

const drucker = {
  title: 'Der Drucker druckt nicht',
  language: 'de',
  symptoms: [
    'der Drucker druckt nur leere Seiten',
    'die Tinte ist eingetrocknet',
    'die Klappe lässt sich nicht öffnen',
    'die Straße auf dem Bild ist grün',
  ],
};

describe('a German tree in an English knowledge base', () => {
  let search: Search;
  beforeAll(async () => {
    search = await searchOf({ ...office, drucker });
  });
  const trees = (words: string): readonly string[] => search.find(words).results.map(({ tree }) => tree);

  test.each<[what: string, words: string]>([
    ['as it stands', 'der Drucker druckt nur leere Seiten'],
    ['in the dative', 'mit den Druckern'],
    ['in the singular', 'eine leere Seite'],
    ['another ending of the adjective', 'leeren Seiten'],
    ['as an adjective', 'eingetrocknete Tinten'],
    ['with an umlaut', 'öffnen'],
    ['with the umlaut as a character of its own', 'o\u0308ffnen'],
    ['without the umlaut', 'offnen'],
    ['with the umlaut as two letters', 'oeffnen'],
    ['in capitals', 'DRUCKER'],
    ['misspelt', 'Durcker'],
    ['with a sharp s', 'Straße'],
  ])('is found by German words: %s', (_, words) => {
    expect(trees(words)).toEqual(['drucker']);
  });

  test('and names its own symptom and title', () => {
    expect(search.find('die Seiten sind leer').results[0]).toMatchObject({
      tree: 'drucker',
      title: 'Der Drucker druckt nicht',
      symptom: 'der Drucker druckt nur leere Seiten',
    });
  });

  test('English words find English trees as before', async () => {
    const without = await searchOf();
    for (const words of [
      'nothing comes out of the printer',
      'the wifi keeps dropping',
      'startmenu',
      'prnter',
      'zorblax',
    ])
      expect([words, search.find(words)]).toEqual([words, without.find(words)]);
  });

  test('words in both languages find both', () => {
    expect(trees('printer Tinte').toSorted()).toEqual(['drucker', 'printer']);
  });
});

test('the subjects that no tree covers are in the language of the knowledge base', async () => {
  const { find } = await searchOf(
    { ...office, drucker },
    { manifest: { not_covered: { bicycle: { name: 'Bicycles', symptoms: ['the bicycle squeaks'] } } } },
  );
  expect(find('bicycles').notCovered?.id).toBe('bicycle');
});

test('a knowledge base in another language has its stems, and a tree in English as well', async () => {
  const { find } = await searchOf(
    {
      drucker: { title: drucker.title, symptoms: drucker.symptoms },
      printer: { ...office.printer, language: 'en' } as never,
    },
    { manifest: { language: 'de' } },
  );
  expect(['eingetrocknete', 'jamming'].map((words) => find(words).results.map(({ tree }) => tree))).toEqual([
    ['drucker'],
    ['printer'],
  ]);
});

test.each<[what: string, language: string, how: string]>([
  ['a language without a stemmer takes words as they are', 'eo', 'spelling'],
  ['a language with its region has the stems of the language', 'de-CH', 'same'],
])('%s', async (_, language, how) => {
  const { find } = await searchOf({ ...office, drucker: { ...drucker, language } });
  expect(find('Druckern').results.map(({ tree, matched }) => [tree, matched[0]?.how])).toEqual([['drucker', how]]);
});
