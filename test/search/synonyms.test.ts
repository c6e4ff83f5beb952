import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Search } from '../../src/index.js';
import { searchOf } from './small-knowledge-base.js';

let search: Search;
beforeAll(async () => {
  search = await searchOf(
    {
      printer: { title: 'The printer', symptoms: ['the printer is silent'] },
      picture: { title: 'No picture', symptoms: ['the monitor stays dark'] },
      handset: { title: 'The handset', symptoms: ['the mobile is cracked'] },
      power: { title: 'No power', symptoms: ['the tower gives no sign of life'] },
      cloud: { title: 'The cloud', symptoms: ['the wi-fi cloud is empty'] },
    },
    {
      synonyms: {
        printer: ['copier', 'machine that prints', 'all in one'],
        monitor: ['display', 'tv'],
        mobile: ['display', 'cell phone'],
        dead: ['no sign of life', 'nothing happens', 'kaput'],
        'wi-fi': ['hotspot'],
      },
    },
  );
});

const trees = (words: string): readonly string[] => search.find(words).results.map(({ tree }) => tree);

describe('what means the same is found', () => {
  test.each<[what: string, words: string, found: readonly string[]]>([
    ['one word for another', 'copier', ['printer']],
    ['in another form', 'the copiers', ['printer']],
    ['misspelt', 'copeir', ['printer']],
    ['a phrase for a word', 'the machine that prints', ['printer']],
    ['a phrase within a sentence', 'my new all in one, i think', ['printer']],
    ['a phrase in other forms of its words', 'machines that print', ['printer']],
    ['a phrase only as a whole', 'machine', []],
    ['a phrase only in its order', 'prints that machine', []],
    ['a word for a phrase in the tree', 'it is kaput', ['power']],
    ['the word of the group for a phrase in the tree', 'it is dead', ['power']],
    ['a phrase for a phrase', 'nothing happens', ['power']],
    ['a word for a word with a hyphen', 'hotspot', ['cloud']],
    ['a word with a hyphen, written together', 'wifi', ['cloud']],
  ])('%s', (_, words, found) => {
    expect(trees(words)).toEqual(found);
  });

  test('a word in two groups means both', () => {
    expect(trees('display').toSorted()).toEqual(['handset', 'picture']);
    expect(trees('tv')).toEqual(['picture']);
    expect(trees('cell phone')).toEqual(['handset']);
  });

  test('and it says as what: by the word of the symptom', () => {
    expect(search.find('the Copiers').results[0]?.matched).toEqual([
      { said: 'copiers', as: 'printer', how: 'synonym' },
    ]);
    expect(search.find('a display').results.map(({ tree, matched }) => [tree, matched[0]])).toEqual(
      expect.arrayContaining([
        ['picture', { said: 'display', as: 'monitor', how: 'synonym' }],
        ['handset', { said: 'display', as: 'mobile', how: 'synonym' }],
      ]),
    );
    expect(search.find('printer').results[0]?.matched).toEqual([{ said: 'printer', how: 'same' }]);
  });

  test('the words of the tree itself count for more than what means the same', () => {
    const [exact] = search.find('printer').results;
    const [other] = search.find('copier').results;
    expect(exact?.confidence).toBeGreaterThan(other?.confidence ?? 1);
  });
});

test('without synonyms the same words find nothing', async () => {
  const { find } = await searchOf({ printer: { title: 'The printer', symptoms: ['the printer is silent'] } });
  expect(find('copier').results).toEqual([]);
});

test.each([
  ['wi-fi', 'wifi'],
  ['wi-fi', 'wi fi'],
  ['wi-fi', 'wi-fi'],
  ['wifi', 'wi-fi'],
  ['e-mail program', 'email program'],
])('a group with "%s" in it is found by "%s"', async (member, words) => {
  const { find } = await searchOf(
    { router: { title: 'The router', symptoms: ['the router blinks'] } },
    { synonyms: { router: [member] } },
  );
  expect(find(words).results.map(({ tree }) => tree)).toEqual(['router']);
});
