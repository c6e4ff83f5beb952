import { PassThrough } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { breadcrumb } from '../../src/cli/call/breadcrumb.js';
import { commandTable } from '../../src/cli/call/command-table.js';
import {
  clockTime,
  countdownInWords,
  countdownOf,
  isToTell,
  secondsLeft,
  toggled,
} from '../../src/cli/call/countdown.js';
import { fitBlocks } from '../../src/cli/call/fit-blocks.js';
import { frameOf, type View } from '../../src/cli/call/frame.js';
import { factsLine, openLine, wayLine } from '../../src/cli/call/header.js';
import { helpPages } from '../../src/cli/call/help.js';
import { emptyScene, type Scene } from '../../src/cli/call/scene.js';
import { sceneOf } from '../../src/cli/call/screen.js';
import { processEnvironment } from '../../src/cli/environment.js';
import { type Style, styleFor } from '../../src/cli/style.js';
import { cutLeft, cutRight, padded, widthOf, wrapped } from '../../src/cli/terminal/index.js';
import { instruct, loadFolder, type Session, situation, start, step, trail } from '../../src/index.js';

/** The style of a terminal so many columns wide, without colours. */
function styleOf(columns: number): Style {
  const stdout = Object.assign(new PassThrough(), { columns });
  return styleFor({ ...processEnvironment(), stdout, variables: { NO_COLOR: '1' } }, false);
}

const style = styleOf(80);

const scene: Scene = {
  ...emptyScene('The printer does not print', 'step 4'),
  caller: 'Ann',
  since: '2026-11-01T10:00:00.000Z',
  facts: ['System: Windows', 'Version: 11'],
  open: [{ name: 'Put off', text: 'Is the lamp on?' }],
  way: ['Lamp: on', 'Paper: yes'],
  history: ['Is the lamp on? On'],
  warnings: ['Stop: it smells of smoke.'],
  heading: 'Is the plug in?',
  say: ['Would you look whether the plug is in?'],
  asides: [{ name: 'They should then notice', text: 'A lamp.' }],
  notes: ['Some plugs look alike.', 'A second note.'],
};
const view: View = {
  scene,
  messages: [],
  active: 0,
  problem: '',
  now: Date.parse('2026-11-01T10:04:05.000Z'),
  menu: {
    options: [
      { id: 'y', key: '1', label: 'Yes' },
      { id: 'n', key: '2', label: 'No' },
    ],
    commands: Object.entries(commandTable).map(([key, words]) => ({ id: key, key, ...words })),
  },
};

describe('a screen', () => {
  test.each([
    [80, 24],
    [120, 40],
    [80, 40],
    [60, 16],
    [40, 12],
    [200, 60],
  ])(
    'of %i by %i is exactly as high, nowhere wider, and holds what is said, warned of and chosen from',
    (columns, rows) => {
      const { lines, cursor } = frameOf(view, { columns, rows }, styleOf(columns));
      expect(lines).toHaveLength(rows);
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns);
      const all = lines.join('\n');
      for (const text of [
        'Stop: it smells of smoke.',
        'Would you look',
        '1  Yes',
        '2  No',
        'q quit',
        '? all keys',
        '4:05',
      ])
        expect(all).toContain(text);
      expect(lines[cursor]).toContain('›');
    },
  );

  test('of 80 by 24 has room for everything; in a lower one the notes give way first', () => {
    const high = frameOf(view, { columns: 80, rows: 24 }, style).lines.join('\n');
    for (const text of [
      'Ann · The printer',
      'System: Windows · Version: 11',
      'Put off: Is the lamp on?',
      'Lamp: on › Paper: yes',
      'Is the plug in?',
      'notice: A lamp.',
      'A second note.',
    ])
      expect(high).toContain(text);
    const low = frameOf(view, { columns: 80, rows: 12 }, style).lines.join('\n');
    expect(low).not.toContain('A second note.');
    expect(low).toContain('notice: A lamp.');
  });

  test('shows an answer to the agent even where it pushes away everything else', () => {
    const told = { ...view, messages: ['line one', 'line two'] };
    const { lines } = frameOf(told, { columns: 80, rows: 12 }, style);
    expect(lines.join('\n')).toMatch(/line one\nline two/);
  });

  test('does not let texts steer the terminal', () => {
    const evil = 'x\u001B[2Jy\u009Bz';
    const all = {
      ...scene,
      facts: [evil],
      way: [evil],
      history: [evil],
      caller: evil,
      open: [{ name: evil, text: evil }],
      say: [evil],
      notes: [evil],
    };
    for (const columns of [80, 120]) {
      const { lines } = frameOf({ ...view, scene: all }, { columns, rows: 40 }, style);
      expect(lines.join('')).not.toContain('\u001B[2J');
      expect(lines.join('')).not.toContain('\u009B');
    }
  });
});

test('the blocks of the highest rank give way first, and none below what it needs', () => {
  const blocks = [
    { lines: ['a', 'b'], rank: 1 },
    { lines: ['c', 'd', 'e'], rank: 5, least: 1 },
    { lines: ['f', 'g'], rank: 3, shortened: (rows: number) => ['f', 'g'].slice(2 - rows) },
  ];
  expect(fitBlocks(blocks, 9)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  expect(fitBlocks(blocks, 5)).toEqual(['a', 'b', 'c', 'f', 'g']);
  expect(fitBlocks(blocks, 4)).toEqual(['a', 'b', 'c', 'g']);
  expect(fitBlocks(blocks, 0)).toEqual(['c']);
});

describe('one line of the header', () => {
  test('has as many facts as fit, and the number of the others', () => {
    expect(factsLine(['A: 1', 'B: 2', 'C: 3'], 80)).toBe('A: 1 · B: 2 · C: 3');
    expect(factsLine(['A: 1', 'B: 2', 'C: 3'], 14)).toBe('A: 1 · B: 2 +1');
    expect(factsLine(['A: a long value', 'B: 2'], 10)).toBe('A: a l… +1');
    expect(factsLine([], 10)).toBe('');
  });
  test('has the newest of the way', () => {
    expect(wayLine(['Power: on', 'Link: Wi-Fi'], 80)).toBe('Power: on › Link: Wi-Fi');
    expect(wayLine(['Power: on', 'Link: Wi-Fi'], 16)).toBe('… › Link: Wi-Fi');
    expect(wayLine(['Power: on', 'Link: Wi-Fi'], 8)).toBe('…: Wi-Fi');
  });
  test('recalls problems, questions that were put off, and the last warning', () => {
    expect(openLine({ ...scene, warned: ['one', 'two'] }, 80)).toBe('Put off: Is the lamp on? · ! two');
  });
});

test('texts are cut and filled by the columns they take', () => {
  expect([widthOf('打印机'), widthOf('a\u0301'), widthOf('\u001B[1mab\u001B[22m'), widthOf('🖨')]).toEqual([6, 1, 2, 2]);
  expect([cutRight('打印机', 5), cutRight('printer', 5), cutRight('ab', 2)]).toEqual(['打印…', 'prin…', 'ab']);
  expect([cutLeft('打印机', 4), cutLeft('printer', 5)]).toEqual(['…机', '…nter']);
  expect(padded('打', 4)).toBe('打  ');
  expect(wrapped('  one two\nthree four', 9)).toEqual(['  one two', 'three', 'four']);
});

test('a countdown starts, stops, goes on, and is over once', () => {
  const begun = countdownOf({ key: 'k', seconds: 30, words: '30 seconds' });
  expect([secondsLeft(begun, 0), countdownInWords(begun, 0)]).toEqual([
    30,
    'This takes 30 seconds · Space starts a countdown',
  ]);
  const running = toggled(begun, 1_000);
  expect(countdownInWords(running, 3_400)).toMatch(/^0:28 left · Space stops it/);
  const stopped = toggled(running, 11_000);
  expect(countdownInWords(stopped, 99_000)).toMatch(/^0:20 left, stopped/);
  const again = toggled(stopped, 100_000);
  expect([secondsLeft(again, 119_999), isToTell(again, 119_999)]).toEqual([1, false]);
  expect([countdownInWords(again, 120_000), isToTell(again, 120_000)]).toEqual(['The time is up.', true]);
  expect(isToTell({ ...again, told: true }, 120_000)).toBe(false);
  expect(secondsLeft(toggled(again, 130_000), 130_000)).toBe(30);
  expect([0, 59.9, 605, 3_723].map(clockTime)).toEqual(['0:00', '0:59', '10:05', '1:02:03']);
});

test('every command has a sentence that fits its line, and the help of 80 by 24 has all of them', () => {
  for (const { help } of Object.values(commandTable)) {
    expect(help).toMatch(/^[A-Z].*[.?]$/);
    expect(help.length).toBeLessThanOrEqual(50);
  }
  if (view.menu === undefined) throw new Error('no menu');
  const pages = helpPages(view.menu, { columns: 80, rows: 24 }, style);
  for (const page of pages) expect(page.length).toBeLessThanOrEqual(23);
  for (const { help } of Object.values(commandTable)) expect(pages.flat().join('\n')).toContain(help);
});

test('the way of a call in few words', async () => {
  const { knowledgeBase } = await loadFolder('test/fixtures/office');
  let session: Session = start(knowledgeBase, { tree: 'printer' });
  const inputs = [
    { answer: 'off' },
    { unsure: 'dont-know' },
    { back: true as const },
    { answer: 'yes' },
    { answer: 'yes' },
    { answer: 'PX' },
    { answer: 'macos' },
    { done: true as const },
    { done: true as const },
    { answer: 'yes' },
    { skip: 'no' },
  ];
  for (const input of inputs) session = (await step(knowledgeBase, session, input)).session;
  expect(breadcrumb(knowledgeBase, await trail(knowledgeBase, session))).toEqual([
    'Lamp: off',
    'Plug: yes',
    'Paper: yes',
    'Model: PX',
    'System: macOS',
    'The queue is paused',
    'Fix: done',
    'Fix: skipped',
  ]);
});

test('of a call that was taken up again the time counts that it takes this time', async () => {
  const { knowledgeBase: kb } = await loadFolder('test/fixtures/office');
  const begun = start(kb, { tree: 'printer', at: '2026-11-01T10:00:00Z' });
  const sceneAt = async (session: Session): Promise<Scene> => {
    const now = await situation(kb, session);
    return sceneOf(kb, now, instruct(kb, now), { moves: await trail(kb, session), warned: 0, session });
  };
  expect((await sceneAt(begun)).since).toBe('2026-11-01T10:00:00Z');
  const parked = (await step(kb, begun, { parked: 'lunch' }, '2026-11-01T10:05:00Z')).session;
  const resumed = (await step(kb, parked, { resumed: 'Maria' }, '2026-11-02T09:00:00Z')).session;
  expect((await sceneAt(resumed)).since).toBe('2026-11-02T09:00:00Z');
});
