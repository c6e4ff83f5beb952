import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { kept } from './kept.js';
import { run } from './run.js';
import { endAll, inTerminal, keys, type TerminalSession } from './terminal.js';

afterEach(endAll);

const office = 'test/fixtures/office';
const call = ['call', '--kb', office, '--tree', 'printer'];

/** A copy of the office in which parts of the printer's tree are exchanged. */
function officeWith(...exchanged: readonly (readonly [string, string])[]): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'faultline-')), 'office');
  cpSync(office, folder, { recursive: true });
  const file = join(folder, 'trees/printer.yaml');
  let tree = readFileSync(file, 'utf8');
  for (const [before, after] of exchanged) {
    expect(tree).toContain(before);
    tree = tree.replace(before, after);
  }
  writeFileSync(file, tree);
  return folder;
}

/** The row on which a text stands; -1 when it is not on the screen. */
function rowOf(agent: TerminalSession, text: string): number {
  return agent.screen().findIndex((line) => line.includes(text));
}

describe('the screen of a call', () => {
  test('has the tree and the time above, what is known, the way so far, and the keys in its last line', async () => {
    const agent = inTerminal([...call, '--set', 'os=macos']);
    await agent.shows('q quit');
    expect(agent.screen()[0]).toMatch(/^── The printer does not print ─+ turn 1 · \d+:\d\d ──$/);
    expect(agent.screen()[1]).toBe(' System: macOS');
    expect(agent.screen()[23]).toMatch(/^ u doesn't know {2}h heard .* q quit {2}\? all keys$/);
    await agent.press('1', '1');
    await agent.shows('Which name is written');
    expect(agent.screen()[2]).toBe(' Lamp: on › Paper: yes');
    expect(agent.screen()[0]).toContain('turn 3');
    // The screen before is kept above, with what was chosen and without its menu.
    expect(agent.screen().join('\n')).not.toContain('pull the tray out');
    expect(agent.everything()).toMatch(/┃ Please pull the tray out\. Is there paper in it\?\n {2}→ Yes\n/);
    await agent.press('q');
    expect(await agent.ended()).toBe(1);
  }, 60_000);

  test('counts the time on call while a note is typed, and leaves what is typed alone', async () => {
    const agent = inTerminal(call);
    await agent.shows('q quit');
    await agent.press('n', 'half a');
    const [first] = agent.screen();
    const row = rowOf(agent, 'Note: half a');
    for (let at = 0; at < 200 && agent.screen()[0] === first; at += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(agent.screen()[0]).not.toBe(first);
    expect([agent.screen()[row], agent.cursor()]).toEqual(['Note: half a', row]);
    await agent.press(' thought', keys.enter);
    await agent.shows('Noted.');
    await agent.press('q');
    await agent.ended();
    expect(kept(agent).session.events).toMatchObject([{ note: 'half a thought' }]);
  }, 60_000);

  test('uses a wide screen: what is known and the way so far stand beside the text', async () => {
    const agent = inTerminal([...call, '--set', 'os=macos'], { columns: 120, rows: 40 });
    await agent.shows('? all keys');
    await agent.press('1');
    await agent.shows('pull the tray out');
    expect(rowOf(agent, '│ System: macOS')).toBeGreaterThan(1);
    expect(rowOf(agent, '│ Is the lamp on? On')).toBeGreaterThan(1);
    // More keys than 80 columns have room for.
    expect(agent.screen()[39]?.length).toBeGreaterThan(85);
    await agent.press('q');
    await agent.ended();
  }, 60_000);

  test('is painted anew when the size changes, in a menu, in a list and in a text', async () => {
    const agent = inTerminal([...call, '--set', 'os=macos']);
    await agent.shows('q quit');
    await agent.resize(120, 40);
    expect(rowOf(agent, '│ System: macOS')).toBeGreaterThan(0);
    expect(agent.screen()[39]).toContain('q quit');
    await agent.resize(60, 16);
    expect(agent.screen()[15]).toContain('q quit');
    expect(agent.screen().filter((line) => line.includes('Could you look'))).toHaveLength(1);

    await agent.press('t');
    await agent.shows('What did the caller tell you?');
    await agent.press('model');
    await agent.resize(100, 30);
    await agent.shows('Printer model');
    expect(rowOf(agent, 'What did the caller tell you? (type to find it) model')).toBeGreaterThan(0);
    await agent.press(keys.enter);
    await agent.shows('Printer model: a text');
    await agent.press('PX');
    await agent.resize(80, 24);
    expect(agent.screen().filter((line) => line === 'Printer model: a text PX')).toHaveLength(1);
    expect(agent.screen()[0]).toContain('The printer does not print');
    await agent.press('9', keys.enter);
    await agent.shows('Printer model: PX9');
    await agent.press('q');
    await agent.ended();
    expect(kept(agent).session.events.at(-1)).toMatchObject({ tell: { 'printer.model': 'PX9' } });
  }, 60_000);

  test('Ctrl-L paints it anew, in a menu and in a text', async () => {
    const agent = inTerminal(call);
    await agent.shows('q quit');
    const before = agent.screen().slice(1);
    agent.pty.write(keys.controlL);
    await agent.press(keys.controlL);
    expect(agent.screen().slice(1)).toEqual(before);
    await agent.press('n', 'one two', keys.controlL);
    expect(rowOf(agent, 'Could you look')).toBeGreaterThan(0);
    expect(agent.screen()[agent.cursor()]).toBe('Note: one two');
    await agent.press(keys.controlC);
    await agent.ended();
  }, 60_000);

  test('? shows all keys with a sentence each; any key leaves, and chooses nothing', async () => {
    const agent = inTerminal(call);
    await agent.shows('q quit');
    await agent.press('?');
    const seen: string[] = [];
    for (let page = 0; page < 5 && agent.screen()[0]?.includes('All keys'); page += 1) {
      seen.push(...agent.screen());
      await agent.press('1');
    }
    expect(seen.join('\n')).toMatch(/c +change an answer +Change an earlier answer, and see what follows\./);
    expect(seen.join('\n')).toMatch(/Ctrl-L/);
    expect(rowOf(agent, 'Could you look')).toBeGreaterThan(0);
    await agent.press('q');
    await agent.ended();
    expect(kept(agent).session.events).toEqual([]);
  }, 60_000);

  test('what is said and the choices stay where there is little room, and the active choice is among them', async () => {
    const many = Array.from({ length: 14 }, (_, at) => `a${at}: { label: Answer number ${at}, go: paper }`);
    const kb = officeWith(
      ['answers: { yes: paper, no: unplugged }', `answers: { ${many.join(', ')} }`],
      ['ask: Is the plug in?', 'ask: Is the plug in?\n    note: A long remark. A long remark. A long remark.'],
    );
    const agent = inTerminal(['call', '--kb', kb, '--tree', 'printer'], { rows: 14 });
    await agent.shows('q quit');
    await agent.press('2');
    await agent.shows('┃ Is the plug in?');
    expect(rowOf(agent, 'A long remark')).toBe(-1);
    await agent.press(keys.up);
    expect(rowOf(agent, '› ')).toBe(agent.cursor());
    expect(agent.screen()[agent.cursor()]).toContain('Answer number 13');
    expect(rowOf(agent, '┃ Is the plug in?')).toBeGreaterThan(0);
    expect(agent.screen()[13]).toContain('q quit');
    await agent.press(keys.enter);
    await agent.shows('pull the tray out');
    await agent.press('q');
    await agent.ended();
    expect(kept(agent).session.events).toMatchObject([{ answer: 'off' }, { answer: 'a13' }]);
  }, 60_000);

  test('wide characters are counted as wide, and nothing leaves the screen', async () => {
    const kb = officeWith(['title: The printer does not print', `title: ${'打印机'.repeat(20)}`]);
    const agent = inTerminal(['call', '--kb', kb, '--tree', 'printer']);
    await agent.shows('q quit');
    expect(agent.screen()[0]).toMatch(/^── (?:打印机)+打?印?… ─+ turn 1 · \d+:\d\d ──$/);
    expect(rowOf(agent, 'Could you look')).toBe(4);
    await agent.press('q');
    await agent.ended();
  }, 60_000);

  test('a text that is pasted without marks is not taken for keys', async () => {
    const agent = inTerminal(call);
    await agent.shows('q quit');
    await agent.press('on 1\n2 quick brown foxes\n');
    await agent.shows('Pasted text is not taken for keys');
    await agent.press('q');
    await agent.ended();
    expect(kept(agent).session.events).toEqual([]);
  }, 60_000);

  test('only colours that light and dark backgrounds can carry are used', async () => {
    const agent = inTerminal(call);
    await agent.shows('q quit');
    await agent.press('9', 'w', 'q', 'q');
    await agent.ended();
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences
    const colours = [...agent.raw().matchAll(/\u001B\[((?:3|4|9|10)[0-9](?:;[0-9;]+)?)m/g)].map(([, code]) => code);
    expect(colours.length).toBeGreaterThan(5);
    const carried = ['31', '32', '35', '36', '39', '49'];
    expect(colours.filter((code = '') => !carried.includes(code))).toEqual([]);
  }, 60_000);
});

describe('a wait', () => {
  // The last one: the caller agrees to the risky step.
  const fix = ['1', '1', '1', 'P', keys.enter, '1', '1', '1'];

  test('is counted down once it is started, goes on while a note is typed, and tells when it is over', async () => {
    const kb = officeWith(['wait: 30s', 'wait: 6s']);
    const agent = inTerminal(['call', '--kb', kb, '--tree', 'printer', '--set', 'os=macos']);
    await agent.shows('q quit');
    await agent.press(...fix);
    await agent.shows('This takes 6 seconds · Space starts a countdown');
    await agent.press(' ');
    await agent.shows('left · Space stops it');
    expect(agent.screen()[0]).toMatch(/ wait 0:0\d · turn/);
    expect(agent.raw()).not.toContain('\u0007');
    await agent.press('n', 'meanwhile');
    await agent.shows('wait over');
    expect(agent.raw().split('\u0007')).toHaveLength(2);
    await agent.press(keys.enter);
    await agent.shows('The time is up.');
    await agent.press(keys.enter);
    await agent.shows('Does the page come out?');
    expect(agent.screen().join('\n')).not.toMatch(/wait|time is up/);
    await agent.press('q');
    await agent.ended();
    expect(agent.raw().split('\u0007')).toHaveLength(2);
  }, 60_000);

  test('is left at any moment', async () => {
    const agent = inTerminal([...call, '--set', 'os=macos']);
    await agent.shows('q quit');
    await agent.press(...fix, ' ');
    await agent.shows('left · Space stops it');
    await agent.press(' ');
    await agent.shows('left, stopped');
    await agent.press(keys.enter);
    await agent.shows('Does the page come out?');
    await agent.press('1', '1');
    expect(await agent.ended()).toBe(0);
  }, 60_000);

  test('is said in words with --plain, where Enter goes on', async () => {
    const { stdout } = await run([...call, '--plain', '--set', 'os=macos'], '1\n1\n1\nPX\n1\n1\n1\n\n');
    expect(stdout).toContain('This takes 30 seconds. Press Enter when the time is up, or to go on at once.');
    expect(stdout).toContain('Say: Does the page come out?');
    expect(stdout).not.toContain('Space');
  });
});

describe('--plain', () => {
  test('says each key once, helps on ?, explains a word, and has no decoration', async () => {
    const { stdout } = await run([...call, '--plain'], '?\n?queue\n?nonsense\n\n1\nk\nq\n');
    expect(stdout.match(/^Keys: .*$/gm)).toHaveLength(1);
    expect(stdout).toContain("u: doesn't know. The caller does not know, or cannot check.");
    expect(stdout).toContain('Say: With "queue" I mean this: The documents that wait to be printed.');
    expect(stdout).toContain('The glossary does not have "nonsense".');
    expect(stdout).toContain('Nothing was typed.');
    expect(stdout).toContain('Nothing is known yet.');
    expect(stdout.match(/The printer does not print/g)).toHaveLength(1);
    expect(stdout).toMatch(/^Turn 2\.$/m);
    expect(stdout).not.toMatch(/[─┃│›→]/);
    expect(stdout).not.toContain('\u001B');
  });

  test('is what a terminal gets that cannot move its cursor', async () => {
    const agent = inTerminal(call, { variables: { TERM: 'dumb' } });
    await agent.shows('Say: Could you look whether the lamp is on?');
    await agent.press('q\r');
    expect(await agent.ended()).toBe(1);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal that cannot do more must get none
    expect(agent.raw()).not.toMatch(/\u001B/);
  }, 60_000);
});
