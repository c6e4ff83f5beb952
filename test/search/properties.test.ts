import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type KnowledgeBase, listen, type OpenQuestion, openSearch, type Search, search } from '../../src/index.js';
import { office, type SmallTree, small } from './small-knowledge-base.js';

const runs = 1500;
const today = '2026-11-01';

/** Every language that has a stemmer, and one that has none. */
const stemmed = 'ar ca cs da de es eu fi fr ga hu hy it nb nl nn no pt ro ru sl sv ta tr eo'.split(' ');

const inLanguages = (languages: readonly string[]): Readonly<Record<string, SmallTree>> =>
  Object.fromEntries(
    languages.map((language) => [
      `in-${language}`,
      {
        title: `In ${language}`,
        language,
        symptoms: ['nothing comes out of the printer', 'Drucker imprimante принтер'],
      },
    ]),
  );

let kb: KnowledgeBase;
let opened: Search;
beforeAll(async () => {
  kb = await small(
    { ...office, ...inLanguages(['de', 'ru', 'eo']) },
    {
      synonyms: { printer: ['copier', 'machine that prints'], wifi: ['wireless', 'no internet'] },
      manifest: { not_covered: { bicycle: { name: 'Bicycles', symptoms: ['the bicycle squeaks'] } } },
      facts: {
        version: { name: 'Version', type: 'number', min: 1, max: 100, hear: ['windows {value}', '{value} gb'] },
        bought: { name: 'Bought', type: 'date', hear: ['bought {value}', 'since {value}'] },
        os: {
          name: 'System',
          type: 'choice',
          choices: { windows: 'Windows', macos: 'macOS' },
          hear: { windows: ['windows'], macos: ['mac'] },
        },
        seen: {
          name: 'Seen',
          type: 'choices',
          choices: { smoke: 'Smoke', noise: 'Noise' },
          hear: { smoke: ['smoke'], noise: ['noise'] },
        },
        model: { name: 'Model', type: 'text' },
      },
    },
  );
  opened = await openSearch(kb);
});

/** Words that mean something here, between anything that can be typed or pasted. */
const telling = fc.constantFrom(
  ...'printer prnter wifi wi-fi lap top startmenu bicycle windows windows11 eleven 11 1,024 -5 3/4/2026 2026-03-04 bought'.split(
    ' ',
  ),
  ...['last tuesday', 'twenty five gb', 'half', 'not', "don't know", 'no', 'yes', 'mac', 'smoke', 'Drucker', 'принтер'],
  ...[
    'constructor',
    '__proto__',
    'toString',
    'ß',
    'İ',
    '\uD800',
    '\u0000',
    '\u001B[2J',
    '\u202E',
    '{value}',
    'valuestandin',
  ],
);
const anything = fc
  .array(fc.oneof(telling, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string()), {
    maxLength: 20,
  })
  .map((parts) => parts.join(' '));

const questions: readonly OpenQuestion[] = [
  { expects: 'number', answers: [], fact: 'version' },
  { expects: 'date', answers: [], fact: 'bought' },
  { expects: 'text', answers: [], fact: 'model' },
  {
    expects: 'yes-no',
    answers: [
      { id: 'yes', label: 'Yes', hear: [] },
      { id: 'no', label: 'No', hear: ['smoke'] },
    ],
  },
  {
    expects: 'choices',
    answers: [
      { id: 'smoke', label: 'Smoke', hear: [] },
      { id: 'noise', label: 'A noise', hear: ['it rattles'] },
    ],
    fact: 'seen',
  },
];

describe('whatever is said', () => {
  test('there is an answer: sorted trees of the knowledge base, each once, with confidences from 0 to 1', () => {
    let finding = 0;
    fc.assert(
      fc.property(anything, fc.boolean(), fc.nat({ max: 50 }), (words, typing, limit) => {
        const { results, fits, notCovered, notUnderstood, ask } = opened.find(words, { typing, limit });
        const confidences = results.map(({ confidence }) => confidence);
        for (const { tree, title, symptom, matched, confidence } of results) {
          expect(kb.trees.get(tree)?.title).toBe(title);
          if (symptom !== undefined) expect(kb.trees.get(tree)?.symptoms).toContain(symptom);
          expect(confidence >= 0 && confidence <= 1).toBe(true);
          expect(matched.length).toBeGreaterThan(0);
        }
        expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
        expect(new Set(results.map(({ tree }) => tree)).size).toBe(results.length);
        expect(results.length).toBeLessThanOrEqual(limit);
        if (notCovered !== undefined) expect([kb.notCovered.get(notCovered.id), fits]).toEqual([notCovered, false]);
        if (limit > 0 && results.length === 0) expect(fits).toBe(false);
        expect(notUnderstood).toEqual([...new Set(notUnderstood)]);
        for (const word of notUnderstood) expect(word).toMatch(/^[\p{L}\p{N}.,]{2,}$/u);
        expect(ask.length).toBeGreaterThan(0);
        if (results.length > 0) finding += 1;
      }),
      { numRuns: runs },
    );
    expect(finding).toBeGreaterThan(runs / 10);
  }, 120_000);

  test('also in every language that there is a stemmer for', async () => {
    const { find } = await openSearch(await small(inLanguages(stemmed)));
    fc.assert(
      fc.property(anything, fc.boolean(), (words, typing) => {
        const found = find(words, { typing, limit: 100 }).results.map(({ confidence }) => confidence);
        expect(found).toEqual(found.filter((each) => each >= 0 && each <= 1).toSorted((a, b) => b - a));
      }),
      { numRuns: 120 },
    );
    expect(find('принтер', { limit: 100 }).results).toHaveLength(stemmed.length);
  }, 60_000);

  test('what is heard in it are values that the facts and the question can have', async () => {
    let hearing = 0;
    await fc.assert(
      fc.asyncProperty(anything, fc.constantFrom(undefined, ...questions), async (words, question) => {
        const { answers, unsure, facts } = await listen(
          kb,
          words,
          question === undefined ? { today } : { question, today },
        );
        if (unsure !== undefined) expect(answers).toEqual([]);
        if (question === undefined) expect([answers, unsure]).toEqual([[], undefined]);
        for (const { answer } of answers) {
          if (question?.expects === 'number') expect(answer as number).toBeGreaterThanOrEqual(1);
          if (question?.expects === 'date') expect(answer).toMatch(/^\d{4}-\d\d-\d\d$/);
          if (question !== undefined && question.answers.length > 0)
            for (const each of [answer].flat()) expect(question.answers.map(({ id }) => id)).toContain(each);
        }
        for (const { fact, readings } of facts) {
          hearing += 1;
          expect(fact).not.toBe(question?.fact);
          expect(readings.length).toBeGreaterThan(0);
          const values = readings.map(({ value }) => JSON.stringify(value));
          expect(new Set(values).size).toBe(values.length);
          for (const { value } of readings) {
            if (fact === 'version') expect((value as number) >= 1 && (value as number) <= 100).toBe(true);
            if (fact === 'bought') expect(value).toMatch(/^\d{4}-\d\d-\d\d$/);
            if (fact === 'os') expect(['windows', 'macos']).toContain(value);
            if (fact === 'seen') expect([['smoke'], ['noise'], ['smoke', 'noise']]).toContainEqual(value);
          }
        }
      }),
      { numRuns: runs },
    );
    expect(hearing).toBeGreaterThan(runs / 10);
  }, 120_000);

  test('capitals, signs around it and blanks make no difference', () => {
    fc.assert(
      fc.property(fc.array(telling, { minLength: 1, maxLength: 8 }), (words) => {
        const plain = words.join(' ').replaceAll(/[^a-z0-9 ]/gi, '');
        expect(opened.find(`  ??? ${plain.toUpperCase().replaceAll(' ', '   ')} !!!`)).toEqual(
          opened.find(plain.toLowerCase()),
        );
      }),
      { numRuns: 300 },
    );
  });

  test.each<[what: string, words: string]>([
    ['one endless word', 'x'.repeat(200_000)],
    ['a book', 'my printer is broken and the wifi is gone. '.repeat(10_000)],
    ['endless figures', '9'.repeat(100_000)],
    ['only hyphens', '-'.repeat(100_000)],
    ['a word of hyphens', 'wi-fi-'.repeat(20_000)],
    ['only apostrophes', '’'.repeat(100_000)],
    ['only accents', `e${'\u0301'.repeat(100_000)}`],
    ['only pictures', '👩‍🚀'.repeat(20_000)],
    ['half a picture', '\uD83D'.repeat(5_000)],
    ['many dates', 'bought 3/4/2026 '.repeat(5_000)],
    ['many unknown words', Array.from({ length: 20_000 }, (_, at) => `w${at.toString(36)}zz`).join(' ')],
  ])('long texts have an answer as well: %s', async (_, words) => {
    const found = await search(kb, words, { today, typing: true });
    expect(found.results.every(({ confidence }) => confidence >= 0 && confidence <= 1)).toBe(true);
    for (const question of questions) expect((await listen(kb, words, { question, today })).facts).toBeDefined();
    expect(found.notUnderstood.every((word) => word.length <= 40)).toBe(true);
  });

  test('of a long text the beginning is looked at', async () => {
    const { find } = await openSearch(await small(office));
    const { results } = find(`my printer prints nothing ${'la '.repeat(5_000)} the router blinks`);
    expect(results.map(({ tree }) => tree)).toEqual(['printer']);
  });
});
