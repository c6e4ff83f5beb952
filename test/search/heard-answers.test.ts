import { beforeAll, describe, expect, test } from '@jest/globals';
import { type KnowledgeBase, listen, type OpenQuestion, situation, start, step } from '../../src/index.js';
import { loadShipped } from '../knowledge-base/load-shipped.js';
import { small } from './small-knowledge-base.js';

const today = '2026-11-01';

let kb: KnowledgeBase;
beforeAll(async () => {
  kb = await small(
    {
      router: {
        title: 'The router',
        symptoms: ['the router blinks'],
        start: 'lamp',
        nodes: {
          lamp: {
            ask: 'What does the lamp do?',
            answers: {
              green: { label: 'It shines green', hear: ['all fine', 'steady'], go: 'cable' },
              red: { label: 'It shines red', hear: ['like a tomato'], go: 'cable' },
              'not-lit': { label: 'It is not lit', hear: ['dead', 'dark'], go: 'cable' },
              flashing: { label: 'It is flashing', go: 'cable' },
            },
            unsure: { go: 'cable' },
          },
          cable: { ask: 'Is the cable in?', answers: { yes: 'lit', no: 'lit' }, unsure: { go: 'lit' } },
          lit: {
            ask: 'Is a lamp lit?',
            answers: {
              some: { label: 'Yes, at least one', hear: ['the power lamp'], go: 'link' },
              none: { label: 'No, all are out', hear: ['pitch black'], go: 'link' },
            },
            unsure: { go: 'link' },
          },
          link: { ask: 'How is it connected?', fact: 'link', then: 'done', unsure: 'skip' },
          done: { close: 'unresolved' },
        },
      },
    },
    {
      synonyms: { dead: ['kaput', 'gone west'], flashing: ['blinking'], cable: ['lead'] },
      facts: {
        link: {
          name: 'Link',
          type: 'choice',
          choices: { air: { label: 'Wi-Fi', hear: ['wireless'] }, wire: { label: 'USB cable', hear: ['the e-plug'] } },
          hear: { air: ['over the air'], wire: ['by wire'] },
        },
        memory: { name: 'Memory', type: 'number', unit: 'GB', min: 0, max: 4000 },
        model: { name: 'Model', type: 'text' },
        bought: { name: 'Bought', type: 'date' },
        seen: {
          name: 'Seen',
          type: 'choices',
          choices: { smoke: 'Smoke', noise: { label: 'A noise', hear: ['it rattles'] }, smell: 'A smell' },
        },
        os: { name: 'System', type: 'choice', choices: { mac: 'Mac' }, hear: { mac: ['on a mac'] } },
      },
    },
  );
});

/** The question that is open after some answers, as a call gives it. */
async function open(...answers: readonly string[]): Promise<OpenQuestion> {
  let session = start(kb, { tree: 'router' });
  for (const answer of answers) ({ session } = await step(kb, session, { answer }));
  const now = await situation(kb, session);
  if (now.type !== 'asking') throw new Error(now.type);
  return now;
}
const ofFact = (fact: string): OpenQuestion => {
  const { type: expects, choices: answers } = kb.facts.get(fact) as NonNullable<ReturnType<typeof kb.facts.get>>;
  return { expects, answers, fact };
};
const heard = async (question: OpenQuestion, words: string): Promise<readonly unknown[]> =>
  (await listen(kb, words, { question, today })).answers.map(({ answer }) => answer);

describe('one of several answers is heard', () => {
  test.each<[what: string, words: string, answers: readonly string[]]>([
    ['by its label', 'it shines green', ['green']],
    ['by a word of its label', 'green', ['green']],
    ['in capitals and signs', 'GREEN!!', ['green']],
    ['in a sentence', 'well I think the little lamp is green now', ['green']],
    ['by its id', 'not lit', ['not-lit']],
    ['by what is heard for it', 'all fine', ['green']],
    ['by what is heard for it, in a sentence', 'it is red like a tomato', ['red']],
    ['by another form', 'it flashes', ['flashing']],
    ['by a synonym of its label', 'blinking', ['flashing']],
    ['by a synonym of what is heard for it', 'kaput', ['not-lit']],
    ['by a phrase of the synonyms', 'it has gone west', ['not-lit']],
    ['misspelt', 'geren', ['green']],
    ['misspelt in a form', 'flahsing', ['flashing']],
    ['several that fit', 'green or red', ['green', 'red']],
    ['none', 'purple', []],
    ['none in words that say nothing', 'well, it is the', []],
    ['none in nothing', '', []],
    ['none in signs', '???', []],
  ])('%s: %s', async (_, words, answers) => {
    expect((await heard(await open(), words)).toSorted()).toEqual(answers);
  });

  test('the best first', async () => {
    expect((await heard(await open(), 'it shines red, or green'))[0]).toBe('red');
  });

  test('with its label and the words it was taken for', async () => {
    const { answers } = await listen(kb, 'It is steady', { question: await open() });
    expect(answers).toEqual([{ answer: 'green', label: 'It shines green', words: 'steady' }]);
  });

  test.each<[words: string, answers: readonly string[]]>([
    ['it is not green', []],
    ["it isn't red", []],
    ['not flashing', []],
    ['it is not lit', ['not-lit']],
    ["it isn't lit", ['not-lit']],
  ])('but not where a "not" turns it round: %s', async (words, answers) => {
    expect(await heard(await open(), words)).toEqual(answers);
  });

  test.each(['wifi', 'Wi-Fi', 'wi fi', 'over wifi', 'wireless'])(
    'a label with a hyphen is heard in: %s',
    async (words) => {
      expect(await heard(ofFact('link'), words)).toEqual(['air']);
    },
  );

  test.each(['USB', 'the usb lead', 'a cable', 'cabel', 'the eplug', 'the e-plug'])('%s', async (words) => {
    expect(await heard(ofFact('link'), words)).toEqual(['wire']);
  });

  test('the phrases of the fact that is asked for are answers, and the fact is not told beside', async () => {
    const { answers, facts } = await listen(kb, 'over the air', { question: ofFact('link') });
    expect([answers, facts]).toMatchObject([[{ answer: 'air', words: 'over the air' }], []]);
    expect((await listen(kb, 'over the air', { question: await open() })).facts).toMatchObject([{ fact: 'link' }]);
  });

  test('and the facts that are told beside it', async () => {
    const { answers, facts } = await listen(kb, 'green, by the way it is on a mac', { question: await open() });
    expect([answers.map(({ answer }) => answer), facts.map(({ fact }) => fact)]).toEqual([['green'], ['os']]);
  });
});

describe('yes and no', () => {
  const both: readonly (readonly [question: string, before: readonly string[], yes: string, no: string])[] = [
    ['with bare answers', ['green'], 'yes', 'no'],
    ['with other ids, and labels that begin so', ['green', 'yes'], 'some', 'none'],
  ];

  describe.each(both)('%s', (_, before, yes, no) => {
    test.each<[words: string, answers: readonly string[]]>([
      ['yes', ['yes']],
      ['Yes!', ['yes']],
      ['yeah', ['yes']],
      ['yep it is', ['yes']],
      ['um, yes', ['yes']],
      ['it is', ['yes']],
      ['it does', ['yes']],
      ['I have', ['yes']],
      ['of course', ['yes']],
      ['sure', ['yes']],
      ['sure, no problem', ['yes']],
      ['it works, no problem any more', ['yes']],
      ['yes, no problem', ['yes']],
      ['yes, but there is no sound', ['yes']],
      ['no', ['no']],
      ['Nope', ['no']],
      ['oh no', ['no']],
      ["it isn't", ['no']],
      ['it isnt', ['no']],
      ['it is not', ['no']],
      ["it's not", ['no']],
      ['it does not', ['no']],
      ['it has not', ['no']],
      ['they are not', ['no']],
      ['I do not', ['no']],
      ["I don't think so", ['no']],
      ['i have not', ['no']],
      ['i have no cable', ['no']],
      ['it does nothing', ['no']],
      ['not yet', ['no']],
      ['of course not', ['no']],
      ['no, but yesterday it did', ['no']],
      ['banana', []],
    ])('"%s"', async (words, answers) => {
      const meant = answers.map((pole) => (pole === 'yes' ? yes : no));
      expect(await heard(await open(...before), words)).toEqual(meant);
    });

    test.each<[words: string, unsure: string]>([
      ["i don't know", 'dont-know'],
      ['I do not know', 'dont-know'],
      ['no idea', 'dont-know'],
      ['I have no idea', 'dont-know'],
      ['no clue', 'dont-know'],
      ['not sure', 'dont-know'],
      ['i am not sure', 'dont-know'],
      ["I can't see it", 'cant-check'],
      ['I can not see it', 'cant-check'],
      ['i cannot see it', 'cant-check'],
      ["i don't have one", 'not-applicable'],
      ['I do not have one', 'not-applicable'],
    ])('"%s" is neither', async (words, unsure) => {
      expect(await listen(kb, words, { question: await open(...before) })).toEqual({ answers: [], unsure, facts: [] });
    });

    test.each(['no, i cannot see it', 'yes, I do not know why'])('"%s" is one of them', async (words) => {
      expect(await listen(kb, words, { question: await open(...before) })).toEqual({
        answers: [expect.objectContaining({ answer: words.startsWith('yes') ? yes : no })],
        facts: [],
      });
    });
  });

  test('what is heard for them counts as well, and the rest of their labels', async () => {
    const question = await open('green', 'yes');
    expect(await heard(question, 'the power lamp')).toEqual(['some']);
    expect(await heard(question, 'pitch black')).toEqual(['none']);
    expect(await heard(question, 'all are out')).toEqual(['none']);
  });
});

describe('ways of not knowing', () => {
  test.each<[words: string, unsure: string | undefined]>([
    ["I don't know", 'dont-know'],
    ['dunno', 'dont-know'],
    ['I DON’T REMEMBER', 'dont-know'],
    ["it's hard to say", 'dont-know'],
    ["i can't see that from here", 'cant-check'],
    ['I am not at home', 'cant-check'],
    ['i could not tell', 'dont-know'],
    ['I cannot check', 'cant-check'],
    ['it is not there now', 'cant-check'],
    ["I don't have one", 'not-applicable'],
    ['there is no such thing', 'not-applicable'],
    ["i'd rather not", 'declined'],
    ['none of your business', 'declined'],
    ['purple', undefined],
    ['', undefined],
  ])('"%s": %s', async (words, unsure) => {
    expect((await listen(kb, words, { question: await open() })).unsure).toBe(unsure);
  });

  test.each(['memory', 'model', 'bought', 'seen', 'link'])('at every type of question: %s', async (fact) => {
    expect(await listen(kb, 'no idea, sorry', { question: ofFact(fact), today })).toEqual({
      answers: [],
      unsure: 'dont-know',
      facts: [],
    });
  });

  test('an answer beside it counts more', async () => {
    expect(await listen(kb, 'green, but it is hard to say', { question: await open() })).toEqual({
      answers: [expect.objectContaining({ answer: 'green' })],
      facts: [],
    });
    expect(await listen(kb, 'not sure, maybe 16', { question: ofFact('memory') })).toMatchObject({
      answers: [{ answer: 16 }],
    });
  });

  test('without a question nothing is not known', async () => {
    expect(await listen(kb, "i don't know")).toEqual({ answers: [], facts: [] });
  });
});

describe('a number', () => {
  test.each<[words: string, answers: readonly number[]]>([
    ['16', [16]],
    ['16 GB', [16]],
    ['16gb', [16]],
    ['sixteen', [16]],
    ['about two hundred and fifty six gigabytes', [256]],
    ['1.5', [1.5]],
    ['1,5', [1.5]],
    ['1,024', [1024]],
    ['8 or 16', [8, 16]],
    ['5-10', [5, 10]],
    ['16, yes 16', [16]],
    ['-3', []],
    ['5000', []],
    ['half of it', []],
    ['many', []],
    ['', []],
  ])('in "%s"', async (words, answers) => {
    expect(await heard(ofFact('memory'), words)).toEqual(answers);
  });

  test('with its unit beside it', async () => {
    const { answers } = await listen(kb, 'sixteen', { question: ofFact('memory') });
    expect(answers).toEqual([{ answer: 16, label: '16 GB', words: '16' }]);
  });
});

describe('a day', () => {
  test.each<[words: string, answers: readonly string[]]>([
    ['yesterday', ['2026-10-31']],
    ['last friday I think', ['2026-10-30']],
    ['2026-03-04', ['2026-03-04']],
    ['25.3.2026', ['2026-03-25']],
    ['the 3rd of march 2025', ['2025-03-03']],
    ['3/4/2026', ['2026-03-04', '2026-04-03']],
    ['some time ago', []],
    ['last month', []],
    ['in march', []],
    ['', []],
  ])('in "%s"', async (words, answers) => {
    expect((await heard(ofFact('bought'), words)).toSorted()).toEqual(answers);
  });

  test('only when it is known which day it is', async () => {
    expect((await listen(kb, 'yesterday', { question: ofFact('bought') })).answers).toEqual([]);
  });
});

describe('a text', () => {
  test.each<[words: string, answers: readonly string[]]>([
    ['PX 900', ['PX 900']],
    ['  PX\n900 ', ['PX 900']],
    ['yes', ['yes']],
    ['', []],
    ['  ', []],
    ['long '.repeat(101), []],
    ['PX\u001B[2J', []],
  ])('is what was said: %j', async (words, answers) => {
    expect(await heard(ofFact('model'), words)).toEqual(answers);
  });
});

describe('several of a list', () => {
  test.each<[words: string, answers: readonly unknown[]]>([
    ['smoke', [['smoke']]],
    ['a smell and smoke', [['smell', 'smoke']]],
    ['it rattles', [['noise']]],
    ['a lot of noise, smoke and a smell', [['noise', 'smell', 'smoke']]],
    ['nothing of that', []],
    ['no smoke', []],
  ])('in "%s"', async (words, answers) => {
    const given = await heard(ofFact('seen'), words);
    expect(given.map((each) => (each as string[]).toSorted())).toEqual(answers);
  });
});

test('what is heard can be handed to the call', async () => {
  let session = start(kb, { tree: 'router' });
  for (const words of ['it shines green', 'yes it is', 'the power lamp', 'wifi']) {
    const now = await situation(kb, session);
    if (now.type !== 'asking') throw new Error(now.type);
    const { answers } = await listen(kb, words, { question: now });
    expect(answers).toHaveLength(1);
    const stepped = await step(kb, session, { answer: answers[0]?.answer, question: now.question });
    expect(stepped.refused).toBeUndefined();
    session = stepped.session;
  }
  expect((await situation(kb, session)).type).toBe('closed');
});

test('what says only that somebody does not know is no answer that begins with "no" or "not" too', async () => {
  const { knowledgeBase } = await loadShipped();
  const session = start(knowledgeBase, { tree: 'wifi' });
  const { situation: asking } = await step(knowledgeBase, session, { answer: 'no' });
  if (asking.type !== 'asking') throw new Error('nothing is asked');
  for (const words of ['I have no idea', 'no clue', 'um, not sure'])
    expect([words, await listen(knowledgeBase, words, { question: asking })]).toEqual([
      words,
      { answers: [], unsure: 'dont-know', facts: [] },
    ]);
  const { answers } = await listen(knowledgeBase, 'no list', { question: asking });
  expect(answers.map(({ label }) => label)).toEqual(['No list of names at all']);
});
