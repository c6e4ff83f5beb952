import { beforeAll, describe, expect, test } from '@jest/globals';
import type { How, Search } from '../../src/index.js';
import { searchOf } from './small-knowledge-base.js';

let search: Search;
beforeAll(async () => {
  search = await searchOf();
});

const first = (words: string): string | undefined => search.find(words).results[0]?.tree;
const howOf = (words: string): readonly How[] | undefined =>
  search.find(words).results[0]?.matched.map(({ how }) => how);

describe('a word is found', () => {
  test.each<[what: string, words: string, tree: string]>([
    ['in capitals', 'PRINTER', 'printer'],
    ['in mixed letters', 'wIFi', 'wifi'],
    ['without its accent', 'cafe', 'till'],
    ['with its accent', 'café', 'till'],
    ['with the accent as a character of its own', 'cafe\u0301', 'till'],
    ['with an accent that does not belong there', 'prïnter', 'printer'],
    ['in the plural', 'printers', 'printer'],
    ['in the singular', 'attachment', 'email'],
    ['as another form of the verb', 'it jams', 'printer'],
    ['with -ing', 'jamming', 'printer'],
    ['with -ed', 'it rattled', 'laptop'],
    ['between signs', '(printer)...!!', 'printer'],
    [
      'among many that say nothing',
      'hello good morning i have a problem with my printer please help me thanks',
      'printer',
    ],
    ['with a possessive', "the printer's display", 'printer'],
  ])('%s', (_, words, tree) => {
    expect([first(words), howOf(words)?.[0]]).toEqual([tree, 'same']);
  });
});

describe('apostrophes', () => {
  const typed = ["'", '’', '‘', '`', '´', 'ʼ'];

  test.each(typed)('typed as %s are the same as none', (apostrophe) => {
    const words = (sign: string): string =>
      `my laptop doesn${sign}t rattle and the printer${sign}s paper won${sign}t go`;
    expect(search.find(words(apostrophe))).toEqual(search.find(words('')));
    expect(
      search
        .find(words(''))
        .results.map(({ tree }) => tree)
        .sort(),
    ).toEqual(['laptop', 'printer']);
  });

  test.each(['wont charge', "won't charge", 'won’t charge', 'wont Charge'])(
    '%s is the same phrase of the synonyms',
    async (words) => {
      const { find } = await searchOf(
        { battery: { title: 'The battery', symptoms: ['the battery is flat'] } },
        { synonyms: { battery: ["won't charge"] } },
      );
      expect(find(words).results.map(({ tree }) => tree)).toEqual(['battery']);
    },
  );

  test.each(['cant', 'dont', 'doesnt', 'isnt', 'wont', 'its', 'im', 'ive', 'youre', 'theres'])(
    'the contraction %s typed without one is no word that is missed',
    (words) => {
      expect(search.find(words)).toMatchObject({ results: [], notUnderstood: [] });
    },
  );
});

describe('typing errors', () => {
  test.each<[what: string, words: string, tree: string, as: string]>([
    ['a letter is missing', 'prnter', 'printer', 'printer'],
    ['a letter is too much', 'printter', 'printer', 'printer'],
    ['a letter is wrong', 'prinder', 'printer', 'printer'],
    ['two letters are exchanged', 'pritner', 'printer', 'printer'],
    ['two letters are exchanged in a short word', 'wfii', 'wifi', 'wifi'],
    ['two letters are exchanged at the beginning of a long one', 'ovreheats', 'laptop', 'overheats'],
    ['two letters are wrong in a long word', 'wierlless', 'wifi', 'wireless'],
    ['in a form of the word', 'ratttling', 'laptop', 'rattles'],
  ])('%s', (_, words, tree, as) => {
    expect(search.find(words).results.map((result) => [result.tree, result.matched])).toEqual([
      [tree, [{ said: words, as, how: 'spelling' }]],
    ]);
  });

  test.each([
    ['a short word is not guessed', 'fam'],
    ['the first letter is not guessed', 'orinter'],
    ['too much is wrong', 'pwxmtqr'],
  ])('%s', (_, words) => {
    expect(search.find(words)).toMatchObject({ results: [], notUnderstood: [words] });
  });
});

describe('words written apart or together', () => {
  test.each<[words: string, tree: string, how: How]>([
    ['wi fi', 'wifi', 'joined'],
    ['lap top', 'laptop', 'joined'],
    ['e mail', 'email', 'joined'],
    ['lap tops', 'laptop', 'joined'],
    ['blu ray', 'till', 'joined'],
    ['startmenu', 'start-menu', 'split'],
    ['paperjam', 'printer', 'split'],
    ['windows11', 'start-menu', 'same'],
    ['Windows 11', 'start-menu', 'same'],
    ['bluray', 'till', 'same'],
    ['blu-ray', 'till', 'same'],
    ['wi-fi', 'wifi', 'same'],
    ['lap-top', 'laptop', 'same'],
  ])('%s', (words, tree, how) => {
    expect([first(words), howOf(words)?.[0]]).toEqual([tree, how]);
  });

  test.each(['wi-fi', 'lap-top', 'e-mail', 'start-menu', 'paper-jam', 'blu-ray', 'Wi-Fi-router', 'printer/copies'])(
    'nothing of %s is missed',
    (words) => {
      const { results, notUnderstood } = search.find(words);
      expect([results.length, notUnderstood]).toEqual([1, []]);
    },
  );

  test('a figure stays with letters that are no word: mp3, 5ghz', async () => {
    const { find } = await searchOf({
      music: { title: 'Music', symptoms: ['no mp3 plays'] },
      radio: { title: 'Radio', symptoms: ['the 5ghz band is gone'] },
    });
    expect(['mp3', '5ghz', '3', '5'].map((words) => find(words).results.map(({ tree }) => tree))).toEqual([
      ['music'],
      ['radio'],
      [],
      [],
    ]);
  });
});

describe('words that say nothing find nothing, and are not missed', () => {
  test.each([
    'the of and with',
    'please help me',
    'I have a problem with it since yesterday',
    'hello, good morning, can you help me please?',
    'my husband and my daughter at home',
    'um well yes no okay',
    '4711 and 42',
  ])('%s', (words) => {
    expect(search.find(words)).toMatchObject({ fits: false, results: [], notUnderstood: [] });
  });

  test('they do find what has them in a phrase', async () => {
    const { find } = await searchOf(
      { power: { title: 'No power', symptoms: ['the computer is dead'] } },
      { synonyms: { dead: ['nothing at all', 'will not come on'] } },
    );
    expect(find('it will not come on').results.map(({ tree, matched }) => [tree, matched[0]?.how])).toEqual([
      ['power', 'synonym'],
    ]);
    expect(find('it will come').results).toEqual([]);
  });
});
