import { expect, test } from '@jest/globals';
import { loadFolder, recordInWords } from '../../src/index.js';
import { play } from '../session/play.js';

test('the record lists everything in order: also what was taken back, changed, and only remarked', async () => {
  const { knowledgeBase: kb } = await loadFolder('test/fixtures/office');
  const { session } = await play(
    kb,
    'printer',
    { caller: 'Mrs Smith' },
    { said: 'it is green', offered: ['on'], chose: 'on', missed: [] },
    { answer: 'off' },
    { back: true },
    { later: 'upstairs' },
    { confused: true },
    { answer: 'no' },
    { answer: 'on' },
    { revise: { node: 'paper', answer: 'yes' } },
    { tell: { os: 'windows', memory: 8 } },
    { answer: 'PX9' },
    { note: 'in a hurry' },
    { flag: 'no such key' },
    { tried: 'paused' },
    { answer: 'no' },
    { parked: 'lunch', callBack: '2026-11-30T14:00:00Z' },
    { resumed: 'Maria' },
    { channel: 'email' },
    { problem: 'screen' },
    { problem: 0 },
  );
  expect((await recordInWords(kb, session)).map(({ words }) => words)).toEqual([
    'The caller is Mrs Smith',
    'The caller said: "it is green"',
    'Is the lamp on? Off',
    'Taken back: Is the lamp on? Off',
    'Is the lamp on? put off: upstairs',
    'The caller did not understand this at first',
    'Is there paper in the tray? No',
    'Changed: Is the lamp on? put off: upstairs. Now: Is the lamp on? On',
    'Changed: Is there paper in the tray? No. Now: Is there paper in the tray? Yes',
    'Told: System: Windows; Memory: 8 GB',
    'Which model is it? PX9',
    'Note: in a hurry',
    'For the author: no such key',
    'Said to have been tried: The queue is paused',
    'Tried before, but not surely rightly: The queue is paused',
    'Broken off: lunch, to call back at 2026-11-30T14:00:00Z',
    'Taken up again by Maria',
    'Now by e-mail',
    'Problem 2: The screen stays dark',
    'Problem 1: The printer does not print',
  ]);
});
