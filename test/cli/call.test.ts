import { afterEach, describe, expect, test } from '@jest/globals';
import { loadFolder, situation, trail } from '../../src/index.js';
import { kept } from './kept.js';
import { driven, runProcess } from './run.js';
import { endAll, inTerminal, keys } from './terminal.js';

afterEach(endAll);

const office = 'test/fixtures/office';
const call = ['call', '--kb', office, '--tree', 'printer'];

describe('a call in a terminal of 80 by 24', () => {
  test('with a wrong key, a "can\'t check", a step back and a changed answer, to a fixed fault', async () => {
    const agent = inTerminal(call);
    await agent.shows('Could you look whether the lamp is on?');
    await agent.shows('q quit');
    await agent.press('9');
    await agent.shows('No choice is on the key 9');
    await agent.press('2');
    await agent.shows('Is the plug in?');
    await agent.press('b');
    await agent.press('u');
    await agent.shows("The caller can't check");
    await agent.press('2');
    await agent.shows('Please pull the tray out');
    await agent.press('1');
    await agent.shows('Which name is written on the printer?');
    await agent.press('1');
    await agent.shows('Printer model: a text');
    await agent.press('P', 'X', '9', keys.enter);
    await agent.shows('Is it Windows or a Mac?');
    await agent.press('1');
    await agent.shows('The computer is holding the PX9 back.');
    await agent.shows('Documents that wait may be printed twice.');
    await agent.press('c');
    await agent.shows('Which answer changes?');
    await agent.press(keys.enter);
    await agent.shows('2  macOS');
    await agent.press('2');
    await agent.shows('What this change does:');
    await agent.shows('Then: the fault is: The queue is paused');
    await agent.press('1');
    await agent.shows('Explained: go on with the fix');
    await agent.press(keys.enter);
    await agent.shows('Click the apple.');
    await agent.press('1');
    await agent.shows('Choose Resume.');
    await agent.shows('Go on only when the caller agrees.');
    await agent.press('1');
    await agent.shows('30 seconds');
    await agent.press('1');
    await agent.shows('Does the page come out?');
    await agent.press('1');
    await agent.shows('Please do not close the lid while it prints.');
    await agent.press('1');
    expect(await agent.ended()).toBe(0);
    expect(agent.everything()).not.toMatch(/undefined|\[object/);
    for (const line of agent.everything().split('\n')) expect(line.length).toBeLessThanOrEqual(80);

    const { knowledgeBase } = await loadFolder(office);
    const { session } = kept(agent);
    expect(await situation(knowledgeBase, session)).toMatchObject({ type: 'fixed', mended: ['printer/paused'] });
    const byJson = await driven(call, [
      { answer: 'off' },
      { back: true },
      { unsure: 'cant-check' },
      { answer: 'yes' },
      { answer: 'PX9' },
      { answer: 'windows' },
      { revise: { node: 'os', answer: 'macos' } },
      { done: true },
      { done: true },
      { answer: 'yes' },
      { done: true },
      { answer: 'yes' },
      { ask: 'trail' },
    ]);
    const moves = (await trail(knowledgeBase, session)).map(({ tree, node, reason, edge }) => ({
      at: `${tree}/${node}`,
      reason,
      edge: edge && { kind: edge.kind, label: edge.label, to: edge.to },
    }));
    expect(byJson.at(-1)).toMatchObject({ type: 'trail', moves: JSON.parse(JSON.stringify(moves)) });
  }, 60_000);

  test('notes, what the caller told, why, if confused and the list so far do not lose the place', async () => {
    const agent = inTerminal([...call, '--set', 'os=macos']);
    await agent.shows('q quit');
    await agent.press('i');
    await agent.shows('It is the small light at the front.');
    await agent.press('w');
    await agent.shows('I ask this because without power nothing else matters');
    await agent.press('n');
    await agent.shows('Note:');
    await agent.press('first line\nsecond line\n');
    await agent.shows('Noted.');
    await agent.press('t');
    await agent.shows('What did the caller tell you?');
    await agent.press('model', keys.enter);
    await agent.shows('Printer model: a text');
    await agent.press('Q7', keys.enter);
    await agent.press('1');
    await agent.shows('Please pull the tray out');
    await agent.press('1');
    await agent.shows('The computer is holding the Q7 back.');
    await agent.press('l');
    await agent.shows('Printer model: Q7 (known from the caller)');
    await agent.press('q');
    expect(await agent.ended()).toBe(1);
    await agent.shows('--resume');
    expect(kept(agent).session.events).toContainEqual(expect.objectContaining({ note: 'first line\nsecond line' }));
  }, 60_000);

  test('pasted text is not taken for keys', async () => {
    const agent = inTerminal(call);
    await agent.shows('q quit');
    await agent.press('\u001B[200~on\nbq12\n\u001B[201~');
    await agent.shows('Pasted text is not taken for keys');
    await agent.press('q');
    expect(await agent.ended()).toBe(1);
    expect(kept(agent).session.events).toEqual([]);
  }, 60_000);

  test('Ctrl-C at a question or in a text says how to go on, and the call goes on there', async () => {
    const agent = inTerminal(call);
    await agent.shows('q quit');
    await agent.press('1');
    await agent.shows('Please pull the tray out');
    await agent.press(keys.controlC);
    expect(await agent.ended()).toBe(1);
    const { number: file } = kept(agent);
    await agent.shows('Go on with it by:');
    const again = inTerminal(['call', '--kb', office, '--resume', file], { home: agent.home });
    await again.shows('Please pull the tray out');
    await again.press('n');
    await again.shows('Note:');
    await again.press(keys.controlC);
    expect(await again.ended()).toBe(1);
    await again.shows('Go on with it by:');
  }, 60_000);

  test('a terminal that is closed loses nothing', async () => {
    const agent = inTerminal(call);
    await agent.shows('q quit');
    await agent.press('1');
    await agent.shows('Please pull the tray out');
    agent.pty.kill('SIGHUP');
    await agent.ended();
    expect(kept(agent).session.events).toEqual([expect.objectContaining({ answer: 'on' })]);
  }, 60_000);

  test('refers, and asks what the desk will need', async () => {
    const agent = inTerminal([...call, '--set', 'os=macos']);
    await agent.shows('q quit');
    await agent.press('r');
    await agent.shows('Refer to which desk?');
    await agent.press(keys.enter);
    await agent.shows('Why there?');
    await agent.press('Angry', keys.enter);
    await agent.shows('I am passing this to a colleague.');
    await agent.press('1');
    expect(await agent.ended()).toBe(1);
  }, 60_000);

  test('NO_COLOR takes the colours away, and what is read aloud still stands out', async () => {
    const agent = inTerminal(call, { variables: { NO_COLOR: '1' } });
    await agent.shows('┃ Could you look whether the lamp is on?');
    await agent.shows('q quit');
    await agent.press('q');
    await agent.ended();
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences
    expect(agent.raw()).not.toMatch(/\u001B\[(?:1|2|3[0-9]|9[0-9])m/);
  }, 60_000);

  test('text from a caller cannot steer the terminal', async () => {
    const agent = inTerminal([...call, '--set', 'os=macos', '--plain']);
    await agent.shows('Your choice');
    await agent.press('1\r');
    await agent.press('1\r');
    await agent.shows('Type the answer');
    await agent.press('1\r');
    await agent.shows('Printer model: a text');
    await agent.press('x\u009B2Jy\u202Ez\r');
    await agent.shows('without control characters');
    await agent.press('q\r');
    expect(agent.raw()).not.toContain('\u009B2Jy holding');
  }, 60_000);
});

test('a disk that cannot be written does not end a call', async () => {
  const agent = inTerminal(call, { home: 'package.json' });
  await agent.shows('q quit');
  await agent.press('1');
  await agent.shows('could not be opened');
  await agent.shows('Please pull the tray out');
  await agent.press('q');
  expect(await agent.ended()).toBe(1);
  await agent.shows('The call is kept in a file.');
}, 60_000);

describe('the JSON door', () => {
  test('answers what cannot be taken, and stays where it is', async () => {
    const { stdout, code } = await runProcess(
      [...call, '--json'],
      'nonsense\n{"answer":"perhaps"}\n[1]\n{"ask":"who"}\n{"answer":"on"}\n',
    );
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string; node?: string });
    expect(lines.map(({ type, node }) => [type, node])).toEqual([
      ['asking', 'lamp'],
      ['refused', undefined],
      ['asking', 'lamp'],
      ['refused', undefined],
      ['asking', 'lamp'],
      ['refused', undefined],
      ['asking', 'lamp'],
      ['refused', undefined],
      ['asking', 'paper'],
    ]);
    expect(code).toBe(1);
  });

  test('says what a change would do', async () => {
    const lines = await driven(call, [
      { answer: 'off' },
      { answer: 'yes' },
      { ask: 'what-if', revise: { node: 'lamp', answer: 'on' } },
      { ask: 'why' },
    ]);
    expect(lines.at(-2)).toMatchObject({ type: 'what-if', dropped: [{ reply: 'yes' }], then: { node: 'paper' } });
    expect(lines.at(-1)).toMatchObject({ type: 'why', why: null, say: expect.stringContaining('tells apart') });
  });
});

describe('the command line', () => {
  test.each<[string, readonly string[], number, RegExp]>([
    ['without a terminal says what to use', ['call'], 2, /--plain.*--json/s],
    ['an unknown command is named, and the nearest one', ['cal'], 2, /Did you mean call/],
    [
      'an unknown tree is named, with those there are',
      [...call.slice(0, 3), '--tree', 'x', '--json'],
      2,
      /trees are: anything, printer, screen\./,
    ],
    ['--set without a value', [...call, '--json', '--set', 'os'], 2, /fact=value/],
    ['--set with a value that cannot be', [...call, '--json', '--set', 'os=beos'], 2, /windows/],
    ['--set with an unknown fact', [...call, '--json', '--set', 'oss=macos'], 2, /no fact "oss"/],
    ['a folder that is not there', ['lint', 'nowhere'], 2, /no folder "nowhere"/],
    ['a knowledge base that is a file', ['test', 'README.md'], 2, /is not a folder/],
    ['a session file that is none', ['call', '--json', '--resume', 'package.json'], 2, /not a session file/],
    ['a format that is not known', ['lint', '--format', 'xml'], 2, /text, json, sarif, github/],
  ])('%s', async (_, words, code, message) => {
    const ended = await runProcess(words, '');
    expect([ended.code, ended.stdout]).toEqual([code, '']);
    expect(ended.stderr).toMatch(message);
    expect(ended.stderr).not.toMatch(/\n\s+at /);
  });

  test('answers line by line with --plain, and keeps the call when input ends', async () => {
    const { stdout, code } = await runProcess([...call, '--plain'], '1\nnonsense\n7\n2\n');
    expect(stdout).toContain('Say: Please pull the tray out. Is there paper in it?');
    expect(stdout).toContain('That fits no answer, and no fact.');
    expect(stdout).toContain('"7" is not one of the choices.');
    expect(stdout).toContain('Say: There is no paper.');
    expect(stdout).toContain('--resume');
    expect(code).toBe(1);
  });
});
