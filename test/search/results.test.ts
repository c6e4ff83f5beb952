import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Search, search as searchIn } from '../../src/index.js';
import { office, type SmallTree, searchOf, small } from './small-knowledge-base.js';

let search: Search;
beforeAll(async () => {
  search = await searchOf();
});

describe('the results', () => {
  test('begin with the tree that most was said about', () => {
    const { results } = search.find('the wifi keeps dropping when the router blinks, and i have a laptop');
    expect(results.map(({ tree, title }) => [tree, title])).toEqual([
      ['wifi', 'The wifi is gone'],
      ['laptop', 'The laptop is hot'],
    ]);
    expect(results[0]?.confidence).toBeGreaterThan(results[1]?.confidence ?? 1);
  });

  test.each<[words: string, symptom: string]>([
    ['the paper jams', 'the paper is jammed'],
    ['my printer: nothing comes out', 'nothing comes out of the printer'],
    ['copies all blurry', 'the copies are blurred'],
    ['cant send an attachment', 'cannot send attachments'],
    ['the laptop has a loud fan', 'the fan of the laptop is loud'],
    ['the laptop rattles like mad', 'the laptop rattles'],
  ])('name the symptom that is nearest to "%s"', (words, symptom) => {
    expect(search.find(words).results[0]?.symptom).toBe(symptom);
  });

  test('name no symptom where none is near: only the title, a question or a fault of the tree was meant', async () => {
    const { find } = await searchOf({
      printer: {
        title: 'The printer and its gearbox',
        symptoms: ['the printer is silent'],
        start: 'lamp',
        nodes: {
          lamp: { ask: 'Is the thermometer red?', answers: { yes: 'broken', no: 'done' }, unsure: { go: 'done' } },
          broken: { fault: 'roller', unsolved: 'done' },
          done: { close: 'unresolved' },
        },
        faults: { roller: { name: 'A worn cogwheel', cause: 'hardware', explain: 'The flywheel is worn.' } },
      },
    });
    for (const words of ['gearbox', 'thermometer', 'cogwheel', 'flywheel']) {
      const { results } = find(words);
      expect([words, results.map(({ tree }) => tree)]).toEqual([words, ['printer']]);
      expect(results[0]).not.toHaveProperty('symptom');
    }
  });

  test('say by which words, each once, and how', () => {
    expect(
      search
        .find('the printter and the start menu: Printter, startmenu')
        .results.map(({ tree, matched }) => [tree, matched]),
    ).toEqual(
      expect.arrayContaining([
        ['printer', [{ said: 'printter', as: 'printer', how: 'spelling' }]],
        [
          'start-menu',
          [
            { said: 'start', how: 'same' },
            { said: 'menu', how: 'same' },
            { said: 'startmenu', as: 'start', how: 'split' },
          ],
        ],
      ]),
    );
  });

  test('say which words are not understood: once, in small letters, as they came', () => {
    expect(search.find('The Zorblax of my printer quuxes, zorblax!').notUnderstood).toEqual(['zorblax', 'quuxes']);
    expect(search.find('the printer of my husband').notUnderstood).toEqual([]);
  });

  const alike: Readonly<Record<string, SmallTree>> = Object.fromEntries(
    Array.from({ length: 12 }, (_, at) => [`tree-${at}`, { title: `Tree ${at}`, symptoms: ['the engine stutters'] }]),
  );
  test.each<[limit: number | undefined, length: number]>([
    [undefined, 5],
    [1, 1],
    [3, 3],
    [12, 12],
    [100, 12],
    [0, 0],
  ])('are at most %p', async (limit, length) => {
    const { find } = await searchOf(alike);
    const { results, fits } = find('engine', limit === undefined ? {} : { limit });
    expect([results.length, fits]).toEqual([length, find('engine').fits]);
  });

  test('and the facts come with them from `search`, and so do the options', async () => {
    const kb = await small(office, {
      facts: {
        os: { name: 'System', type: 'choice', choices: { windows: 'Windows' }, hear: { windows: ['on windows'] } },
        bought: { name: 'Bought', type: 'date', hear: ['bought {value}'] },
      },
    });
    const said = 'my printer on windows, bought yesterday';
    const found = await searchIn(kb, said, { today: '2026-11-01', limit: 1 });
    expect(found).toMatchObject({
      results: [{ tree: 'printer' }],
      facts: [
        { fact: 'os', readings: [{ value: 'windows' }] },
        { fact: 'bought', readings: [{ value: '2026-10-31' }] },
      ],
    });
    expect((await searchIn(kb, said)).facts.map(({ fact }) => fact)).toEqual(['os']);
    expect((await searchIn(kb, 'the atta', { typing: true })).results.map(({ tree }) => tree)).toEqual(['email']);
  });
});

describe('while somebody types', () => {
  test.each<[typed: string, tree: string, as: string]>([
    ['the atta', 'email', 'attachments'],
    ['my overhe', 'laptop', 'overheats'],
    ['WIR', 'wifi', 'wireless'],
  ])('the unfinished word of "%s" already finds', (typed, tree, as) => {
    const { results } = search.find(typed, { typing: true });
    const said = typed.split(' ').at(-1)?.toLowerCase();
    expect(results.map((result) => [result.tree, result.matched])).toEqual([[tree, [{ said, as, how: 'beginning' }]]]);
  });

  test('but only the last word can be unfinished, and only until a blank or a sign follows it', () => {
    for (const typed of ['atta ', 'atta,', 'atta the', 'atta the '])
      expect([typed, search.find(typed, { typing: true }).results]).toEqual([typed, []]);
    expect(search.find('atta').results).toEqual([]);
  });

  test('a finished word is still found, and a word that can go on in several ways finds all of them', async () => {
    expect(search.find('printer', { typing: true }).results[0]).toMatchObject({
      tree: 'printer',
      matched: [{ said: 'printer' }],
    });
    const { find } = await searchOf({
      one: { title: 'One', symptoms: ['the keyboard sticks'] },
      two: { title: 'Two', symptoms: ['the keychain is lost'] },
    });
    expect(find('keych', { typing: true }).results.map(({ tree }) => tree)).toEqual(['two']);
    expect(
      find('key', { typing: true })
        .results.map(({ tree }) => tree)
        .toSorted(),
    ).toEqual(['one', 'two']);
  });

  test.each(['installation', 'notifications', 'authentication', 'connection', 'dropping', 'wireless'])(
    'once found, %s is found at every further letter',
    async (word) => {
      const { find } = await searchOf({ one: { title: 'One', symptoms: [`the ${word} fails`] } });
      const found = Array.from(word, (_, at) => find(word.slice(0, at + 1), { typing: true }).results.length);
      expect(found.slice(found.indexOf(1))).toEqual(found.slice(found.indexOf(1)).map(() => 1));
      expect(found.indexOf(1)).toBeLessThan(5);
    },
  );

  test('every letter more of what a caller says gives an answer', () => {
    const said = 'The Wi-Fi of my laptop keeps dropping; windows11 doesn’t help';
    for (let length = 0; length <= said.length; length += 1) {
      const { results } = search.find(said.slice(0, length), { typing: true });
      if (length >= said.indexOf('laptop')) expect(results.map(({ tree }) => tree)).toContain('wifi');
    }
    expect(search.find(said, { typing: true }).results[0]?.tree).toBe('wifi');
  });
});
