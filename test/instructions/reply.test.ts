import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type KnowledgeBase, listen, readReply, type WrittenQuestion } from '../../src/index.js';
import { small } from '../session/small-knowledge-base.js';

let kb: KnowledgeBase;
beforeAll(async () => {
  kb = await small({ a: 'start: x\nnodes:\n  x: { close: resolved }' });
});

const choice = (id: string, label: string) => ({ id, label, hear: [] });
const light: WrittenQuestion = {
  key: 'light',
  text: 'Please look at the front of the printer. Is any light on it lit?',
  expects: 'choice',
  answers: [choice('on', 'Yes'), choice('dark', 'No, everything is dark')],
};
const warning: WrittenQuestion = {
  key: 'warning',
  text: 'Does the small screen show a message?',
  expects: 'choice',
  answers: [choice('none', 'No message'), choice('paper', 'It wants paper'), choice('jam', 'Paper is stuck')],
};
const system: WrittenQuestion = {
  key: 'os',
  text: 'Is it a Windows computer, an Apple Mac, or something else?',
  expects: 'choice',
  fact: 'os',
  answers: [choice('windows', 'Windows'), { ...choice('macos', 'macOS'), hear: ['mac'] }, choice('linux', 'Linux')],
};
const version: WrittenQuestion = {
  key: 'version',
  text: 'Which version?',
  expects: 'number',
  fact: 'os.version',
  answers: [],
};
const model: WrittenQuestion = {
  key: 'model',
  text: 'Which model is it?',
  expects: 'text',
  fact: 'model',
  answers: [],
};
const seen: WrittenQuestion = {
  key: 'seen',
  text: 'What have you noticed?',
  expects: 'choices',
  fact: 'seen',
  answers: [choice('smoke', 'Smoke'), choice('noise', 'Noise')],
};
const letter = [light, warning, system];

/** What is read, in brief: `light=on`, `warning=?dont-know`, `os unclear`, `left: ...`. */
async function read(questions: readonly WrittenQuestion[], reply: string): Promise<readonly string[]> {
  const { answers, unclear, left } = await readReply(kb, questions, reply, listen);
  return [
    ...answers.map(({ key, answer, unsure }) => `${key}=${unsure === undefined ? answer : `?${unsure}`}`),
    ...unclear.map(({ key }) => `${key} unclear`),
    ...(left === '' ? [] : [`left: ${left}`]),
  ];
}

describe('answers marked with numbers', () => {
  test.each([
    ['1 a, 2b', ['light=on', 'warning=paper']],
    ['1a 2b 3c', ['light=on', 'warning=paper', 'os=linux']],
    ['1a2b3c', ['light=on', 'warning=paper', 'os=linux']],
    ['1) b', ['light=dark']],
    ['1. yes 2. it wants paper 3. windows', ['light=on', 'warning=paper', 'os=windows']],
    ['1: a\n2: c\n3: b', ['light=on', 'warning=jam', 'os=macos']],
    ['1 - a; 2 - b', ['light=on', 'warning=paper']],
    ['Hi Anna, 1 a, 3 a', ['light=on', 'os=windows']],
    ['1 yes\n2 no idea\n3 a mac', ['light=on', 'warning=?dont-know', 'os=macos']],
    ["1. yes\n2. I don't know, sorry", ['light=on', 'warning=?dont-know']],
    ['Question 1: yes\nQuestion 3: Windows', ['light=on', 'os=windows']],
    ['Q1: yes\nQ3: Windows', ['light=on', 'os=windows']],
    ['1 a and 2 b', ['light=on', 'warning=paper']],
    ['(1) a (2) c', ['light=on', 'warning=jam']],
    ['1. b) No, everything is dark', ['light=dark']],
    ['3. linux\n1. yes', ['light=on', 'os=linux']],
  ])('%j', async (reply, expected) => {
    expect(await read(letter, reply)).toEqual(expected);
  });
});

describe('what is not sure is not guessed', () => {
  test.each([
    ['1. maybe', ['light unclear']],
    ['1. Yes, but only half of it', ['light unclear']],
    ['1. a or b', ['light unclear']],
    ['1. a b', ['light unclear']],
    ['1 z', ['light unclear']],
    ['1. b) yes', ['light unclear']],
    ['1. which light do you mean?', ['light unclear']],
    ['1 a\n1 b', ['light unclear']],
    ['1. yes and no', ['light unclear']],
    ['2. purple elephants', ['warning unclear']],
    ['2. no idea, but no message I think', ['warning unclear']],
    ['2. I have no idea', ['warning=?dont-know']],
    ['yes', ['left: yes']],
    ['2.4 GHz is what it says', ['left: 2.4 GHz is what it says']],
    ['2 lights are on', ['left: 2 lights are on']],
    ['7 b', ['left: 7 b']],
    ['', []],
  ])('%j', async (reply, expected) => {
    expect(await read(letter, reply)).toEqual(expected);
  });
});

describe('one open question', () => {
  test.each<[string, readonly WrittenQuestion[], readonly string[]]>([
    ['yes it is green', [light], ['light=on']],
    ['Hello Anna,\n\nno, everything is dark\n\nThanks\nMaria', [light], ['light=dark']],
    ['b', [light], ['light=dark']],
    ['B.', [light], ['light=dark']],
    ['2', [light], ['light=dark']],
    ['1 b', [light], ['light=dark']],
    ['a light is on, yes', [light], ['light=on']],
    ['a big one', [light], ['light unclear']],
    ['I cannot see it from here', [light], ['light=?cant-check']],
    ['no idea', [light], ['light=?dont-know']],
    ['it wants paper', [warning], ['warning=paper']],
    ['11', [version], ['version=11']],
    ['It is version eleven', [version], ['version=11']],
    ['10 or 11', [version], ['version unclear']],
    ['PX9', [model], ['model=PX9']],
    ['a and b', [seen], ['seen=smoke,noise']],
    ['a or b', [seen], ['seen unclear']],
    ['b', [seen], ['seen=noise']],
  ])('%j', async (reply, questions, expected) => {
    expect(await read(questions, reply)).toEqual(expected);
  });
});

describe('without numbers, where one question is always to be answered and the others are not', () => {
  const hanging = { ...warning, onlyIf: 'Only if you answered 1 with a)' };
  test.each([
    ['Everything is dark. Thank you!', ['light=dark']],
    ['It wants paper', ['left: It wants paper']],
    ['no message', ['left: no message']],
    ['purple elephants', ['left: purple elephants']],
    ['2 b', ['warning=paper']],
  ])('%j', async (reply, expected) => {
    expect(await read([light, hanging], reply)).toEqual(expected);
  });
});

describe('quoted letters', () => {
  const quoted = [
    '> 1. Please look at the front of the printer. Is any',
    '> light on it lit?',
    '>    a) Yes',
    '>    b) No, everything is dark',
  ].join('\n');

  test('an answer below each question', async () => {
    const reply = `Hello,\n\nOn Sat, 21 Nov 2026 at 10:00, Support <s@example.com>\nwrote:\n${quoted}\n\nyes, it is green\n\n> 2. Does the small screen show a message?\n\nno message\n\n> 3. Is it a Windows computer, an Apple Mac, or something else?\nMac\n`;
    expect(await read(letter, reply)).toEqual(['light=on', 'warning=none', 'os=macos']);
  });

  test('above the whole letter', async () => {
    const reply = `1 a, 2 b\n\nKind regards\nMaria Miller\n\nOn Sat, 21 Nov 2026, Support wrote:\n${quoted}\n> 2. Does the small screen show a message?\n`;
    expect(await read(letter, reply)).toEqual(['light=on', 'warning=paper']);
  });

  test('above a letter that is not marked as quoted', async () => {
    const reply = `1 b\n\n-----Original Message-----\nFrom: Support <s@example.com>\n1. Please look at the front of the printer. Is any light on it lit?\na) Yes\nb) No, everything is dark`;
    expect(await read(letter, reply)).toEqual(['light=dark']);
  });

  test('in the letter itself, behind the question or in place of the other choices', async () => {
    const behind = '1. Please look at the front of the printer. Is any light on it lit? Yes, green';
    expect(await read(letter, behind)).toEqual(['light=on']);
    const left = `1. ${light.text}\na) Yes\n\n2. ${warning.text}\na) No message\nb) It wants paper\nc) Paper is stuck\nit wants paper`;
    expect(await read(letter, left)).toEqual(['light=on', 'warning=paper']);
  });

  test('without any answer', async () => {
    expect(await read(letter, `1. ${light.text}\na) Yes\nb) No, everything is dark`)).toEqual([]);
    expect(await read(letter, `On Saturday, Support wrote:\n${quoted}`)).toEqual([]);
  });
});

describe('what is no reply', () => {
  test.each([
    ['1 a\n\n-- \nMaria Miller\n2 c', ['light=on']],
    ['1 a\nSent from my iPhone', ['light=on']],
    ['Good morning Anna,\n1 a\n\nBest wishes,\nMaria\nMiller Ltd.', ['light=on']],
    ['1 a\n\nBy the way, it is an old printer.', ['light=on', 'left: By the way, it is an old printer.']],
    ['Dear Support, here is what I see.\n1 a', ['light=on', 'left: Dear Support, here is what I see.']],
  ])('%j', async (reply, expected) => {
    expect(await read(letter, reply)).toEqual(expected);
  });
});

test('whatever is written: only what can be answered, each question once, nothing both sure and unclear', async () => {
  const piece = fc.oneof(
    { weight: 1, arbitrary: fc.string() },
    {
      weight: 4,
      arbitrary: fc.constantFrom('1', '2', ' a', ') b', '\n', '> ', '1. ', 'yes', 'no', '?', '\n1 a', '\n2. b', '3 a '),
    },
    { weight: 1, arbitrary: fc.constantFrom('\n>1. Please look', '\nOn Sat, x wrote:', '\n-- \n', `\n${light.text}`) },
  );
  let sure = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
      const { answers, unclear } = await readReply(kb, letter, pieces.join(''), listen);
      const keys = [...answers, ...unclear].map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { key, answer, unsure } of answers) {
        const question = letter.find((each) => each.key === key);
        if (unsure === undefined) expect(question?.answers.map(({ id }) => id)).toContain(answer);
        sure += 1;
      }
    }),
    { numRuns: 500 },
  );
  expect(sure).toBeGreaterThan(50);
});

test.each([
  ['numbers', '1 a '.repeat(20_000)],
  ['quotes', '> '.repeat(20_000)],
  ['an introduction without an end', `On ${'a '.repeat(20_000)}`],
  ['blanks', `1 a${' '.repeat(30_000)}b`],
  ['lines', '1. yes\n'.repeat(10_000)],
])('a hostile reply of %s is read', async (_, reply) => {
  expect(await readReply(kb, letter, reply, listen)).toBeDefined();
});
