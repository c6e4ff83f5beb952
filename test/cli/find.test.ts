import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { run } from './run.js';
import { endAll, inTerminal } from './terminal.js';

afterEach(endAll);

const office = ['--kb', 'test/fixtures/office'];
const find = (...words: readonly string[]) => run(['find', ...office, ...words]);

describe('faultline find', () => {
  test('prints the trees that fit, with what speaks for them, and the facts that are heard', async () => {
    const { code, stdout, stderr } = await find('the', 'copier', 'prnts blurred copies, on windows');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^\d+% {2}printer: The printer does not print$/m);
    expect(stdout).toContain('Nearest symptom: the copies are blurred');
    expect(stdout).toMatch(/^Matched: .*copier \(printer\).*blurred/m);
    expect(stdout).toContain('Heard: System: Windows ("on windows")');
    expect(stdout).not.toMatch(/Nothing fits|Ask:/);
  });

  test.each<[what: string, words: string, code: number, shown: RegExp]>([
    ['one tree fits', 'the monitor flickers', 0, /screen: The screen stays dark/],
    ['nothing fits', 'zorblax', 1, /^Nothing fits well\.\nNot understood: zorblax\nAsk: What device is it about\?\n/],
    ['only fillers', 'please help me', 1, /^Nothing fits well\.\nAsk: /],
    [
      'a subject that no tree covers',
      'my bicycle',
      1,
      /Nothing fits well\. It sounds like: Bicycles\. No tree covers that\. It goes to: The workshop\./,
    ],
    [
      'two readings of a fact',
      'the monitor flickers on windows beside my macbook',
      0,
      /Heard: System: Windows \("on windows"\) or macOS \("macbook"\)/,
    ],
    ['words that begin like options, after --', '-- --monitor flickers', 0, /screen: The screen stays dark/],
    ['a name of a tree', 'printer', 0, /printer: The printer does not print/],
  ])('%s', async (_, words, code, shown) => {
    const ended = await find(...words.split(' '));
    expect([ended.code, ended.stderr]).toEqual([code, '']);
    expect(ended.stdout).toMatch(shown);
  });

  test('--json prints one object, whatever fits', async () => {
    const fitting = await find('--json', 'the monitor flickers on windows, bought it yesterday');
    expect(fitting.code).toBe(0);
    expect(JSON.parse(fitting.stdout)).toEqual({
      fits: true,
      results: [
        {
          tree: 'screen',
          title: 'The screen stays dark',
          symptom: 'the monitor flickers',
          confidence: expect.any(Number),
          matched: [
            { said: 'monitor', how: 'same' },
            { said: 'flickers', how: 'same' },
          ],
        },
      ],
      notUnderstood: expect.any(Array),
      ask: expect.any(Array),
      facts: [
        { fact: 'os', title: 'System', readings: [{ value: 'windows', label: 'Windows', words: 'on windows' }] },
        {
          fact: 'bought',
          title: 'Day it was bought',
          readings: [expect.objectContaining({ value: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) })],
        },
      ],
    });
    const nothing = await find('--json', 'my bicycle, zorblax');
    expect(nothing.code).toBe(1);
    expect(JSON.parse(nothing.stdout)).toMatchObject({
      fits: false,
      results: [],
      notCovered: { id: 'bicycle', desk: 'workshop' },
      notUnderstood: ['zorblax'],
      ask: [{ ask: 'Which device?' }, { ask: 'Which system?', fact: 'os' }],
    });
  });

  test.each<[what: string, words: readonly string[], message: RegExp]>([
    ['no words', ['find', ...office], /Say what the caller says: faultline find/],
    ['blank words', ['find', ...office, ' ', '\t'], /Say what the caller says/],
    ['an option that is none', ['find', ...office, '--tree', 'printer'], /unknown option '--tree'/],
    ['a folder that is not there', ['find', '--kb', 'nowhere', 'x'], /no folder "nowhere"/],
    ['a folder that is a file', ['find', '--kb', 'README.md', 'x'], /is not a folder/],
  ])('is misused with %s', async (_, words, message) => {
    const ended = await run(words);
    expect([ended.code, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr).toMatch(message);
    expect(ended.stderr).not.toMatch(/\n\s+at /);
  });

  const hostile = [
    'monitor \u001B[2J\u001B]0;mine\u0007flickers \u001B[31m',
    '\u009B2J\u009Dmonitor\u009C zor\u001Bblax',
    'copier\r\nmonitor\b\b\b\u202Exyzzy\u2066',
    'bicycle\u001B[6n \u0000\u007F',
  ];
  test.each(hostile)('words cannot steer who reads the output: %j', async (words) => {
    for (const more of [[], ['--json']]) {
      // No program can be started with a zero character among its words.
      const { stdout, stderr } = await find(...more, words.replaceAll('\u0000', ' '));
      expect(stdout.length).toBeGreaterThan(0);
      expect(stdout + stderr).not.toMatch(/(?!\n)\p{Cc}|\p{Cf}/u);
    }
  });

  test('nor in a terminal, where only colours come out', async () => {
    const agent = inTerminal(['find', ...office, hostile[0] as string]);
    await agent.shows('screen: The screen stays dark');
    expect(await agent.ended()).toBe(0);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences
    expect(agent.raw().replaceAll(/\u001B\[\d+m/g, '')).not.toMatch(/(?![\r\n])\p{Cc}|\p{Cf}/u);
  }, 60_000);

  test('keeps no session, and its index for the next time', async () => {
    const home = mkdtempSync(join(tmpdir(), 'faultline-'));
    const agent = inTerminal(['find', ...office, 'the monitor flickers'], { home });
    expect(await agent.ended()).toBe(0);
    expect(readdirSync(home)).toEqual(['cache']);
    expect(readdirSync(join(home, 'cache')).filter((name) => name.endsWith('.search.json'))).toHaveLength(1);
    const again = inTerminal(['find', ...office, 'the monitor flickers'], { home });
    expect(await again.ended()).toBe(0);
    expect(again.everything()).toBe(agent.everything());
  }, 60_000);

  test('a place that cannot be written does not hinder it', async () => {
    const agent = inTerminal(['find', ...office, 'the monitor flickers'], { home: 'package.json' });
    expect(await agent.ended()).toBe(0);
    expect(agent.everything()).toContain('screen: The screen stays dark');
  }, 60_000);
});
