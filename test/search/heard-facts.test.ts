import { beforeAll, describe, expect, test } from '@jest/globals';
import { type KnowledgeBase, listen } from '../../src/index.js';
import { office, small } from './small-knowledge-base.js';

const today = '2026-11-01';

let kb: KnowledgeBase;
beforeAll(async () => {
  kb = await small(office, {
    facts: {
      os: {
        name: 'System',
        type: 'choice',
        choices: { windows: 'Windows', macos: { label: 'macOS', hear: ['apple'] }, linux: 'Linux' },
        hear: {
          windows: ['on windows', 'windows laptop', 'windows 11'],
          macos: ['mac', 'macbook'],
          linux: ['windows subsystem', 'ubuntu'],
        },
      },
      'os.version': { name: 'Version', type: 'number', min: 1, max: 100, hear: ['windows {value}'] },
      memory: { name: 'Memory', type: 'number', unit: 'GB', hear: ['{value} gb of memory', 'memory of {value}'] },
      free: { name: 'Free', type: 'number', unit: '%', hear: { 0: ['disk is full'], 100: ['disk is empty'] } },
      link: {
        name: 'Link',
        type: 'choice',
        choices: { wifi: 'Wi-Fi', cable: 'Cable' },
        hear: { wifi: ['over wi-fi', 'hotspot'], cable: ['over ethernet', 'by cable', 'behind the wi-fi box'] },
      },
      managed: { name: 'Managed', type: 'yes-no', hear: { yes: ['work laptop'], no: ['my own laptop'] } },
      seen: {
        name: 'Seen',
        type: 'choices',
        choices: { smoke: 'Smoke', noise: 'A noise', light: 'A light' },
        hear: { smoke: ['smoke', 'smokes'], noise: ['rattles', 'a noise'], light: ['red light'] },
      },
      make: { name: 'Make', type: 'text', hear: { HP: ['hp', 'hewlett packard'] } },
      bought: {
        name: 'Bought',
        type: 'date',
        hear: ['bought it {value}', 'bought it on {value}', '{value} was the day i bought it'],
      },
    },
  });
});

/** What is heard: each fact with its values. */
async function heard(
  words: string,
  day: string | undefined = today,
): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const { facts } = await listen(kb, words, day === undefined ? {} : { today: day });
  return Object.fromEntries(facts.map(({ fact, readings }) => [fact, readings.map(({ value }) => value)]));
}

describe('a fact is heard', () => {
  test.each<[what: string, words: string, facts: object]>([
    ['one of a list', 'it is on windows', { os: ['windows'] }],
    ['in capitals, with signs', 'ON WINDOWS!', { os: ['windows'] }],
    ['in another form', 'our macs', { os: ['macos'] }],
    ['in a sentence', 'so my mother has an old macbook you know', { os: ['macos'] }],
    ['yes', 'it is my work laptop', { managed: ['yes'] }],
    ['no', 'it is my own laptop', { managed: ['no'] }],
    ['several of a list, in the order of the list', 'it rattles, and there is smoke', { seen: [['smoke', 'noise']] }],
    ['one of several', 'smoke, and more smoke', { seen: [['smoke']] }],
    ['a text', 'a Hewlett-Packard', { make: ['HP'] }],
    ['a number that a phrase stands for', 'the disk is full', { free: [0] }],
    ['several facts', 'on ubuntu over ethernet', { os: ['linux'], link: ['cable'] }],
    ['the same twice', 'mac, yes, a mac', { os: ['macos'] }],
    ['two words that are one', 'mac book', { os: ['macos'] }],
    ['one word that is hyphenated', 'mac-book', { os: ['macos'] }],
    ['a phrase with a hyphen, as it is written', 'over wi-fi', { link: ['wifi'] }],
    ['a phrase with a hyphen, written together', 'over wifi', { link: ['wifi'] }],
    ['a phrase with a hyphen within it, as it is written', 'behind the wi-fi box', { link: ['cable'] }],
    ['a phrase with a hyphen within it, written together', 'behind the wifi box', { link: ['cable'] }],
    ['a phrase with a hyphen, written apart', 'over Wi Fi', { link: ['wifi'] }],
    ['nothing', 'it is broken', {}],
    ['nothing in part of a phrase', 'windows', {}],
    ['nothing in a phrase with other words between', 'on my old windows', {}],
    ['nothing in another order', 'laptop windows', {}],
    ['not by the words of its choices', 'an apple', {}],
    ['nothing in nothing', '', {}],
  ])('%s', async (_, words, facts) => {
    expect(await heard(words)).toEqual(facts);
  });

  test('with what it is called and the words it was heard in', async () => {
    const { facts } = await listen(kb, 'Sixteen GB of memory, on Windows');
    expect(facts).toEqual(
      expect.arrayContaining([
        { fact: 'memory', title: 'Memory', readings: [{ value: 16, label: '16 GB', words: '16 gb of memory' }] },
        { fact: 'os', title: 'System', readings: [{ value: 'windows', label: 'Windows', words: 'on windows' }] },
      ]),
    );
    expect(facts).toHaveLength(2);
  });

  test.each(["it's a mac", 'it’s on windows', 'the mac`s fan'])('apostrophes do not matter: %s', async (words) => {
    expect(await heard(words)).toEqual(await heard(words.replaceAll(/['’`]/g, '')));
    expect(Object.keys(await heard(words))).toEqual(['os']);
  });

  test('but not the fact of the question that is open', async () => {
    const question = { expects: 'choice', answers: kb.facts.get('os')?.choices ?? [], fact: 'os' } as const;
    const { facts } = await listen(kb, 'a mac, over ethernet', { question });
    expect(facts.map(({ fact }) => fact)).toEqual(['link']);
  });
});

describe('a number is heard', () => {
  test.each<[what: string, words: string, facts: object]>([
    ['in figures', 'windows 11', { os: ['windows'], 'os.version': [11] }],
    ['in words', 'windows eleven', { os: ['windows'], 'os.version': [11] }],
    ['written together', 'windows11', { os: ['windows'], 'os.version': [11] }],
    ['with its unit after it', '16 gb of memory', { memory: [16] }],
    ['with its unit without a blank', '16gb of memory', { memory: [16] }],
    ['with its unit as part of it', 'memory of 16GB', { memory: [16] }],
    ['in several words', 'two hundred and fifty six gb of memory', { memory: [256] }],
    ['with a point', 'windows 8.1', { 'os.version': [8.1] }],
    ['with a comma', 'memory of 1,5', { memory: [1.5] }],
    ['with a comma between thousands', 'memory of 1,024', { memory: [1024] }],
    ['out of its range', 'windows 2000', {}],
    ['none, but a word', 'windows vista', {}],
    ['none at all', 'windows', {}],
    ['two of them', '8 gb of memory or 16 gb of memory', { memory: [8, 16] }],
  ])('%s', async (_, words, facts) => {
    expect(await heard(words)).toEqual(facts);
  });
});

describe('a day is heard', () => {
  test.each<[what: string, words: string, days: readonly string[]]>([
    ['yesterday', 'I bought it yesterday', ['2026-10-31']],
    ['a day of the week', 'bought it last tuesday, i think', ['2026-10-27']],
    ['some days ago', 'bought it three days ago', ['2026-10-29']],
    ['in words', 'bought it on march 3rd, 2026', ['2026-03-03']],
    ['in words, the other way', 'bought it on 3 March 2026', ['2026-03-03']],
    ['year first', 'bought it on 2026-03-04', ['2026-03-04']],
    ['with points', 'bought it on 25.3.2026', ['2026-03-25']],
    ['with strokes, in one way only', 'bought it 25/3/2026', ['2026-03-25']],
    ['before the words', 'yesterday was the day I bought it', ['2026-10-31']],
    ['with strokes, in two ways', 'bought it 3/4/2026', ['2026-03-04', '2026-04-03']],
  ])('%s', async (_, words, days) => {
    expect((await heard(words)).bought?.toSorted()).toEqual(days);
  });

  test.each([
    ['no day', 'bought it in a shop'],
    ['only a month', 'bought it in march'],
    ['a day of something else', 'bought it. It broke yesterday'],
    ['a day that is none', 'bought it on 2026-02-31'],
    ['other words after it', 'yesterday was the day it broke, with all that was in it'],
    ['another word before it', 'i bought one yesterday, in a shop'],
    ['a month that was', 'i bought it last month'],
    ['words before it', 'i got it yesterday'],
  ])('not in: %s', async (_, words) => {
    expect(await heard(words)).not.toHaveProperty('bought');
  });

  test('only when it is known which day it is', async () => {
    expect(await listen(kb, 'bought it yesterday')).toMatchObject({ facts: [] });
    expect(await heard('bought it yesterday', '2024-03-01')).toEqual({ bought: ['2024-02-29'] });
  });

  test.each(['yesterday', 'last tuesday', '3/4/2026', 'on march 3rd, 2026'])(
    'and all its words are shown: %s',
    async (day) => {
      const { facts } = await listen(kb, `i bought it ${day} in a shop`, { today });
      const words = `bought it ${day}`.replaceAll(/[^a-z0-9]+/g, ' ');
      for (const reading of facts[0]?.readings ?? []) expect(reading.words).toBe(words);
      expect(facts).toHaveLength(1);
    },
  );
});

describe('of two readings', () => {
  test('both are given, in the order in which they were said', async () => {
    const { facts } = await listen(kb, 'ubuntu beside my mac');
    expect(facts).toEqual([
      {
        fact: 'os',
        title: 'System',
        readings: [
          { value: 'linux', label: 'Linux', words: 'ubuntu' },
          { value: 'macos', label: 'macOS', words: 'mac' },
        ],
      },
    ]);
  });

  test.each<[words: string, values: readonly string[]]>([
    ['the windows subsystem', ['linux']],
    ['a windows laptop', ['windows']],
    ['on windows subsystem', ['windows', 'linux']],
  ])('the longer phrase takes the place of the one inside it: %s', async (words, values) => {
    expect((await heard(words)).os).toEqual(values);
  });

  test('a phrase inside one of another fact counts as well', async () => {
    const one = await small(office, {
      facts: {
        kind: { name: 'Kind', type: 'choice', choices: { laptop: 'Laptop' }, hear: { laptop: ['laptop'] } },
        owner: { name: 'Owner', type: 'choice', choices: { work: 'Work' }, hear: { work: ['work laptop'] } },
        inner: {
          name: 'Inner',
          type: 'choice',
          choices: { short: 'Short', long: 'Long' },
          hear: { short: ['laptop'], long: ['my work laptop'] },
        },
      },
    });
    const { facts } = await listen(one, 'it is my work laptop');
    expect(Object.fromEntries(facts.map(({ fact, readings }) => [fact, readings.map(({ value }) => value)]))).toEqual({
      kind: ['laptop'],
      owner: ['work'],
      inner: ['long'],
    });
  });
});

describe('after "not" nothing is heard', () => {
  test.each([
    'it is not on windows',
    "it isn't on windows",
    'it isnt a mac',
    'not a mac',
    'no mac',
    'no smoke',
    'never on windows',
    'without any smoke',
    'not over ethernet',
    "it's not my work laptop",
    'not the windows laptop',
  ])('%s', async (words) => {
    expect(await heard(words)).toEqual({});
  });

  test.each<[words: string, facts: object]>([
    ['not a mac, it is on windows', { os: ['windows'] }],
    ['on windows, not ubuntu', { os: ['windows'] }],
    ['it does not print on windows', { os: ['windows'] }],
    ['it is not loud but it smokes', { seen: [['smoke']] }],
    ['no, a mac', { os: ['macos'] }],
    ['No! On windows', { os: ['windows'] }],
    ['8 gb of memory... no, 16 gb of memory', { memory: [8, 16] }],
    ['not a mac but a macbook', { os: ['macos'] }],
  ])('but what stands elsewhere is: %s', async (words, facts) => {
    expect(await heard(words)).toEqual(facts);
  });
});

test('a knowledge base that hears nothing hears nothing', async () => {
  expect(await listen(await small(office), 'on windows eleven since yesterday', { today })).toEqual({
    answers: [],
    facts: [],
  });
});
