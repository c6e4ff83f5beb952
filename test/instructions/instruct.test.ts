import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  durationInWords,
  type Input,
  instruct,
  type KnowledgeBase,
  loadFolder,
  moveInWords,
  situation,
  trail,
  valueInWords,
} from '../../src/index.js';
import { play } from '../session/play.js';

let kb: KnowledgeBase;
beforeAll(async () => {
  ({ knowledgeBase: kb } = await loadFolder('test/fixtures/office'));
});

const words = async (...inputs: readonly Input[]) => instruct(kb, (await play(kb, 'printer', ...inputs)).now);
const toFix: readonly Input[] = [{ answer: 'on' }, { answer: 'yes' }, { answer: 'PX9' }, { answer: 'windows' }];

describe('a situation in words', () => {
  test('a question: what to read, what helps, and a key for each answer', async () => {
    expect(await words()).toEqual({
      heading: 'Is the lamp on?',
      say: ['Could you look whether the lamp is on?'],
      ifConfused: 'It is the small light at the front.',
      why: 'Without power nothing else matters.',
      notes: [],
      risky: false,
      choices: [
        { key: '1', id: 'on', label: 'On' },
        { key: '2', id: 'off', label: 'Off' },
        { key: '3', id: 'blinking', label: 'It is blinking' },
      ],
      terms: [],
    });
  });

  test('a question without words of its own is read as it stands', async () => {
    expect((await words({ answer: 'off' })).say).toEqual(['Is the plug in?']);
  });

  test('a fault: its explanation filled in, its caution, and how long the fix is', async () => {
    expect(await words(...toFix)).toMatchObject({
      heading: 'The queue is paused',
      say: ['The computer is holding the PX9 back.', 'Documents that wait may be printed twice.'],
      notes: ['The fix has 2 steps.'],
    });
  });

  test('a fact that is not known stays visible as a gap', async () => {
    const inputs: readonly Input[] = [
      { answer: 'on' },
      { answer: 'yes' },
      { unsure: 'declined' },
      { answer: 'windows' },
    ];
    expect((await words(...inputs)).say[0]).toBe('The computer is holding the {printer.model} back.');
  });

  test('a step: one action, what to expect, how long; only those that apply', async () => {
    expect(await words(...toFix, { done: true })).toMatchObject({
      heading: 'Step 1 of 2',
      say: ['Press Windows and R.'],
      expect: 'A small window opens.',
    });
    expect(await words(...toFix, { done: true }, { done: true })).toMatchObject({
      heading: 'Before you go on: does the caller agree to this step?',
      say: [
        'Documents that wait may be printed twice.',
        'The next step cannot easily be undone. It is this:',
        'Choose Resume.',
        'Is that all right with you?',
      ],
      risky: true,
    });
    expect(await words(...toFix, { done: true }, { done: true }, { answer: 'yes' })).toMatchObject({
      heading: 'Step 2 of 2',
      wait: { seconds: 30, words: '30 seconds' },
      notes: ['Only the own documents.'],
      risky: true,
    });
  });

  test('the end: solved with what prevents it, or a desk with what it will ask', async () => {
    const done: readonly Input[] = [{ done: true }, { done: true }, { answer: 'yes' }, { done: true }];
    expect(await words(...toFix, ...done, { answer: 'yes' })).toMatchObject({
      heading: 'Solved',
      say: [expect.any(String), 'Please do not close the lid while it prints.'],
      notes: ['Mended: The queue is paused.'],
    });
    const referred = await words({ answer: 'off' }, { unsure: 'cant-check' });
    expect(referred).toMatchObject({ heading: 'Refer to: Second line', say: ['I am passing this to a colleague.'] });
    expect(referred.notes[0]).toContain('Is the plug in?');
  });
});

test('the trail in words says what a person would want to know', async () => {
  const { session } = await play(
    kb,
    'printer',
    { tell: { os: 'macos' } },
    { unsure: 'cant-check' },
    { answer: 'yes' },
    { answer: 'PX9' },
    { done: true },
    { skip: 'no mouse' },
  );
  const { facts } = await situation(kb, session);
  const lines = (await trail(kb, session)).flatMap((move) => moveInWords(kb, facts, move) ?? []);
  expect(lines).toEqual([
    'Told: System: macOS',
    "Is the lamp on? can't check",
    'Is there paper in the tray? Yes',
    'Which model is it? PX9',
    'Found: The queue is paused',
    'Step skipped: no mouse',
  ]);
});

test.each([
  [1, '1 second'],
  [30, '30 seconds'],
  [60, '1 minute'],
  [90, '90 seconds'],
  [7200, '2 hours'],
  [86_400, '1 day'],
])('%d seconds are %s', (seconds, text) => {
  expect(durationInWords(seconds)).toBe(text);
});

test('values are said with their label or unit', () => {
  const fact = (name: string) => kb.facts.get(name) as NonNullable<ReturnType<typeof kb.facts.get>>;
  expect(valueInWords(fact('os'), 'macos')).toBe('macOS');
  expect(valueInWords(fact('memory'), 8)).toBe('8 GB');
  expect(valueInWords(fact('seen'), ['smoke', 'noise'])).toBe('Smoke, A noise');
  expect(valueInWords(fact('printer.model'), 'PX9')).toBe('PX9');
});
