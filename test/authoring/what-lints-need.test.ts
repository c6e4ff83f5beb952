import { describe, expect, test } from '@jest/globals';
import { lintKnowledge, loadTexts } from '../../src/index.js';
import { overBase } from '../knowledge/fixtures.js';
import { closing, overlay, tree } from './lint-parts.js';
import { filesIn, lintFiles, lintText } from './lint-text.js';

describe('what lints need', () => {
  test('lints that need all of it are left out while some of it cannot be read', async () => {
    const alone = tree('fan', `symptoms: [the fan]\n${closing}`);
    expect((await lintText(alone)).map(({ code }) => code)).toContain('calls-missing');
    const found = await lintText(alone.replace('start: done', 'start: dnoe'));
    const broken = found.map(({ code }) => code);
    expect(broken).toEqual(expect.arrayContaining(['unknown-node', 'review-missing']));
    expect(broken).not.toContain('calls-missing');
  });

  test('without a day nothing is due and nothing is over', async () => {
    const files = filesIn(
      `${overlay(', until: 2020-01-01')}${tree('fan', `symptoms: [the fan]\nreviewed: 2020-01-01\n${closing}`)}`,
    );
    const due = ['issue-over', 'review-due'];
    expect((await lintFiles(files)).map(({ code }) => code)).toEqual(expect.arrayContaining(due));
    const loaded = await loadTexts(overBase(files), { written: true });
    expect(lintKnowledge(loaded).filter(({ code }) => due.includes(code))).toEqual([]);
  });

  test('a symptom of two trees names the other file', async () => {
    const found = await lintText(tree('zip', `symptoms: [My wifi is gone!]\n${closing}`));
    const shared = found.find(({ code }) => code === 'symptoms-shared');
    expect(shared?.message).toContain('wifi.yaml');
    expect(shared?.related.map(({ place }) => place.file)).toEqual(['wifi.yaml']);
  });

  describe('words that fit one value', () => {
    const facts = (words: string): string => `# facts.yaml
facts:
  os:
    name: System
    type: choice
    choices: { windows: Windows, macos: macOS, other: Another }
    ask: Which system is it?
    words: ${words}
  memory: { name: Memory, type: number, unit: GB }
  plugged: { name: Plugged in, type: yes-no, ask: Is it plugged in? }
`;
    const reading = (when: string, say: string): string => `# fan.yaml
tree: fan
title: The fan
symptoms: [the fan]
start: first
nodes:
  first: { do: [{ when: ${when}, say: "${say}" }], then: done }
  done: { close: resolved }
`;
    const declared = facts('{ windows: [Edge, taskbar], macos: [Edge, Dock] }');
    const found = async (text: string): Promise<readonly string[]> =>
      (await lintText(text)).filter(({ code }) => code === 'words-of-another').map(({ message }) => message);
    const on = (operator: string, value: string): string => `{ fact: os, operator: ${operator}, value: ${value} }`;

    test.each([
      ['for another value', on('equal', 'macos'), 'Look at the taskbar.', 1],
      ['for all others', on('notEqual', 'windows'), 'Look at the taskbar.', 1],
      ['for its own', on('equal', 'windows'), 'Look at the taskbar.', 0],
      ['for its own and others', on('in', '[windows, other]'), 'Look at the taskbar.', 0],
      ['for one of two whose words they are', on('equal', 'macos'), 'Open Edge now.', 0],
      ['for none of two whose words they are', on('equal', 'other'), 'Open Edge now.', 1],
      ['also at the start of a sentence', on('equal', 'macos'), 'Taskbar means the row at the bottom.', 1],
      ['a name that is a usual word too', on('equal', 'other'), 'Look at the edge of it.', 0],
      ['a part of another word', on('equal', 'other'), 'The Docking station is on.', 0],
      ['beside a word that fits', on('equal', 'macos'), 'Look at the Dock, on Windows called taskbar.', 0],
      ['with a condition on something else', '{ fact: plugged, operator: equal, value: "yes" }', 'See the taskbar.', 0],
    ] as const)('%s', async (_, when, say, times) => {
      expect(await found(`${declared}${reading(when, say)}`)).toHaveLength(times);
    });

    test('a value that the fact has not', async () => {
      const text = `${facts('{ windwos: [taskbar] }')}${reading(on('equal', 'macos'), 'See the taskbar.')}`;
      expect(await found(text)).toEqual(['"windwos" is no choice of "os", so its words are looked for nowhere.']);
    });
  });

  test.each([
    ['all but one of three', '{ fact: os, operator: notEqual, value: macos }', 1],
    ['all but two of three', '{ fact: os, operator: notIn, value: [macos, other] }', 1],
    ['what it is not, in other words', '{ not: { fact: os, operator: equal, value: macos } }', 1],
    [
      'part of a condition',
      '{ all: [{ fact: plugged, operator: equal, value: "yes" }, { fact: os, operator: notEqual, value: macos }] }',
      1,
    ],
    ['those that are named', '{ fact: os, operator: in, value: [windows, other] }', 0],
    ['a yes or a no', '{ fact: plugged, operator: notEqual, value: "yes" }', 0],
    ['one of two', '{ fact: half, operator: notEqual, value: a }', 0],
    ['a number', '{ fact: memory, operator: notEqual, value: 8 }', 0],
  ])('a step for %s', async (_, when, times) => {
    const text = `# facts.yaml
facts:
  os: { name: System, type: choice, choices: { windows: Windows, macos: macOS, other: Another }, ask: Which system is it? }
  memory: { name: Memory, type: number, unit: GB }
  plugged: { name: Plugged in, type: yes-no, ask: Is it plugged in? }
  half: { name: Half, type: choice, choices: { a: A, b: B }, ask: Which half? }
# fan.yaml
tree: fan
title: The fan
symptoms: [the fan]
start: first
nodes:
  first: { do: [{ when: ${when}, say: Look at it. }], then: done }
  done: { close: resolved }
`;
    expect((await lintText(text)).filter(({ code }) => code === 'step-for-all-but')).toHaveLength(times);
  });
});
