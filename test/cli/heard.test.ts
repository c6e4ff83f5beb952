import { afterEach, describe, expect, test } from '@jest/globals';
import { type Event, loadFolder, situation } from '../../src/index.js';
import { kept } from './kept.js';
import { newHome, run } from './run.js';
import { endAll, inTerminal, keys, type TerminalSession } from './terminal.js';

afterEach(endAll);

const office = 'test/fixtures/office';
const call = ['call', '--kb', office, '--tree', 'printer'];
const question = 'printer/lamp#1';

/** A call at its first question: whether the lamp of the printer is on. */
async function atTheLamp(...more: readonly string[]): Promise<TerminalSession> {
  const agent = inTerminal([...call, ...more]);
  await agent.shows('h heard');
  return agent;
}

async function hear(agent: TerminalSession, words: string): Promise<void> {
  await agent.press('h');
  await agent.shows('What did the caller say?');
  await agent.press(words, keys.enter);
}

async function leave(agent: TerminalSession): Promise<void> {
  await agent.press('q');
  expect(await agent.ended()).toBe(1);
}

const events = (agent: TerminalSession): readonly Event[] => kept(agent).session.events;
const asks = async (agent: TerminalSession): Promise<string> => {
  const { knowledgeBase } = await loadFolder(office);
  const now = await situation(knowledgeBase, kept(agent).session);
  return now.type === 'asking' ? `${now.tree}/${now.node}` : now.type;
};

describe('what the caller said to a question', () => {
  test('one proposal: it is taken by one key, and kept with it', async () => {
    const agent = await atTheLamp();
    await hear(agent, 'well it is green, quux');
    await agent.shows('What is meant?');
    await agent.shows('1  On ("green")');
    await agent.shows('2  None of this');
    await agent.press('1');
    await agent.shows('Please pull the tray out');
    expect(events(agent)).toMatchObject([
      { said: 'well it is green, quux', offered: ['on'], chose: 'on', missed: ['quux'], question },
      { answer: 'on', question },
    ]);
    await leave(agent);
  }, 60_000);

  test('several: the one that is chosen', async () => {
    const agent = await atTheLamp();
    await hear(agent, 'dark, or blinking');
    await agent.shows('What is meant?');
    await agent.shows('3  None of this');
    await agent.press(agent.everything().includes('1  It is blinking') ? '1' : '2');
    await agent.shows('Please pull the tray out');
    const [said, answer] = events(agent);
    expect(said).toMatchObject({ chose: 'blinking', question });
    expect((said as { offered: readonly string[] }).offered.toSorted()).toEqual(['blinking', 'off']);
    expect(answer).toMatchObject({ answer: 'blinking' });
    await leave(agent);
  }, 60_000);

  test('none: it says so, keeps it, and the question stays', async () => {
    const agent = await atTheLamp();
    await hear(agent, 'purple');
    await agent.shows('That fits no answer, and no fact. It is kept with the call.');
    await agent.shows('3  It is blinking');
    expect(events(agent)).toEqual([
      { said: 'purple', offered: [], missed: ['purple'], question, at: expect.any(String), took: expect.any(Number) },
    ]);
    await agent.press('2');
    await agent.shows('Is the plug in?');
    await leave(agent);
  }, 60_000);

  test('"none of this": it is kept without a choice, and the question stays', async () => {
    const agent = await atTheLamp();
    await hear(agent, 'green');
    await agent.shows('2  None of this');
    await agent.press('2');
    await agent.shows('3  It is blinking');
    expect(await asks(agent)).toBe('printer/lamp');
    expect(events(agent)).toEqual([
      { said: 'green', offered: ['on'], missed: [], question, at: expect.any(String), took: expect.any(Number) },
    ]);
    await agent.press('1');
    await agent.shows('Please pull the tray out');
    await leave(agent);
  }, 60_000);

  test('"none of this" is not the answer that is called so', async () => {
    const home = newHome();
    const screen = ['call', '--kb', office, '--tree', 'screen', '--plain'];
    await run(screen, 'it casts by air\n2\nit casts by air\n1\n', home);
    expect(kept({ home }).session.events).toEqual([
      {
        said: 'it casts by air',
        offered: ['none'],
        missed: expect.any(Array),
        question: 'screen/cable#1',
        at: expect.any(String),
        took: expect.any(Number),
      },
      expect.objectContaining({ said: 'it casts by air', chose: 'none' }),
      expect.objectContaining({ answer: 'none' }),
    ]);
  });

  test('the way back leaves everything as it was', async () => {
    const agent = await atTheLamp();
    await hear(agent, 'green');
    await agent.shows('q go back');
    await agent.press('q');
    await agent.shows('3  It is blinking');
    await agent.press('2');
    await agent.shows('Is the plug in?');
    expect(events(agent)).toMatchObject([{ answer: 'off' }]);
    await leave(agent);
  }, 60_000);

  test('a way of not knowing', async () => {
    const agent = await atTheLamp();
    await hear(agent, "I can't see it from here");
    await agent.shows("1  The caller can't check");
    await agent.press('1');
    await agent.shows('Please pull the tray out');
    expect(events(agent)).toMatchObject([
      { offered: ['cant-check'], chose: 'cant-check' },
      { unsure: 'cant-check', question },
    ]);
    await leave(agent);
  }, 60_000);

  test('another tree: the call goes there, and the words say why', async () => {
    const agent = await atTheLamp();
    await hear(agent, 'my monitor flickers');
    await agent.shows('1  Go to: The screen stays dark');
    await agent.press('1');
    await agent.shows('Is the cable of the monitor in?');
    expect(events(agent)).toMatchObject([
      { said: 'my monitor flickers', offered: ['screen'], chose: 'screen' },
      { jump: 'screen/cable', why: 'my monitor flickers' },
    ]);
    await agent.press('b');
    await agent.shows('Could you look whether the lamp is on?');
    await leave(agent);
  }, 60_000);

  test('but not the tree in which the call is already', async () => {
    const agent = await atTheLamp();
    await hear(agent, 'nothing comes out of the printer, the copies are blurred');
    await agent.shows('That fits no answer');
    expect(agent.everything()).not.toContain('Go to:');
    await leave(agent);
  }, 60_000);

  test('facts beside the answer: both are taken, and the fact is not asked', async () => {
    const agent = await atTheLamp();
    await hear(agent, 'green, and it is a macbook');
    await agent.shows('1  On');
    await agent.press('1');
    await agent.shows('Heard in what the caller said:');
    await agent.shows('System: macOS ("macbook")');
    await agent.press('1');
    await agent.shows('Please pull the tray out');
    await agent.press('1');
    await agent.shows('Which name is written on the printer?');
    expect(events(agent).map((event) => Object.keys(event)[0])).toEqual(['said', 'answer', 'tell', 'answer']);
    await leave(agent);
    const again = inTerminal(['call', '--kb', office, '--resume', kept(agent).number], { home: agent.home });
    await again.shows('1  Type the answer');
    await again.press('1', 'PX9', keys.enter);
    await again.shows('The computer is holding the PX9 back.');
    expect(again.everything()).not.toContain('Is it Windows or a Mac?');
    await leave(again);
  }, 60_000);

  test('only a fact: it is told, and the question stays', async () => {
    const agent = await atTheLamp();
    await hear(agent, 'my macbook');
    await agent.shows('System: macOS ("macbook")');
    await agent.press('1');
    await agent.shows('h heard');
    expect(await asks(agent)).toBe('printer/lamp');
    expect(events(agent)).toMatchObject([
      { said: 'my macbook', offered: ['os'], chose: 'os' },
      { tell: { os: 'macos' } },
    ]);
    await leave(agent);
  }, 60_000);

  test('a fact that is known so already is not told again; one that is known otherwise is corrected', async () => {
    const agent = await atTheLamp('--set', 'os=macos');
    await hear(agent, 'my macbook');
    await agent.shows('That fits no answer, and no fact.');
    await hear(agent, 'no, a windows laptop');
    await agent.shows('System: Windows ("windows laptop")');
    await agent.press('1');
    await agent.shows('Could you look whether the lamp is on?');
    const { knowledgeBase } = await loadFolder(office);
    const { facts } = await situation(knowledgeBase, kept(agent).session);
    expect(facts.get('os')?.value).toBe('windows');
    await leave(agent);
  }, 60_000);

  test('of two readings of a fact one is chosen', async () => {
    const agent = await atTheLamp();
    await hear(agent, 'a windows laptop beside my macbook');
    await agent.shows('System: which is meant?');
    await agent.press('2');
    await agent.shows('h heard');
    expect(events(agent).at(-1)).toMatchObject({ tell: { os: 'macos' } });
    await leave(agent);
  }, 60_000);

  test('nothing said changes nothing', async () => {
    const agent = await atTheLamp();
    await hear(agent, '');
    await agent.shows('3  It is blinking');
    await agent.press('2');
    await agent.shows('Is the plug in?');
    expect(events(agent)).toMatchObject([{ answer: 'off' }]);
    await leave(agent);
  }, 60_000);

  test('while a fault is explained, while steps are read, and at the verification', async () => {
    const agent = await atTheLamp();
    await agent.press('1');
    await agent.shows('Please pull the tray out');
    await agent.press('2');
    await agent.shows('There is no paper.');
    await hear(agent, 'it rattles');
    await agent.shows('What was seen: A noise ("it rattles")');
    await agent.press('1');
    await agent.shows('Explained: go on with the fix');
    await agent.press('1');
    await agent.shows('Put paper in.');
    await hear(agent, 'zorblax');
    await agent.shows('That fits no answer');
    await agent.press('1');
    await agent.shows('Does it print?');
    await hear(agent, 'yes it does');
    await agent.shows('1  Yes');
    await agent.press('1');
    await agent.shows('1  End the call');
    await agent.press('1');
    expect(await agent.ended()).toBe(0);
    const said = events(agent).flatMap((event) => ('said' in event ? [event] : []));
    expect(said.map(({ said: words, question: open, chose }) => [words, open, chose])).toEqual([
      ['it rattles', undefined, 'seen'],
      ['zorblax', undefined, undefined],
      ['yes it does', expect.stringContaining('verify'), 'yes'],
    ]);
  }, 60_000);

  test('several pasted lines are one text', async () => {
    const agent = await atTheLamp();
    await hear(agent, '\u001B[200~it is\rgreen\rq\u001B[201~');
    await agent.shows('1  On');
    await agent.press('1');
    await agent.shows('Please pull the tray out');
    expect(events(agent)[0]).toMatchObject({ said: 'it is\ngreen\nq', chose: 'on' });
    await leave(agent);
  }, 60_000);
});

describe('line by line with --plain', () => {
  const plain = [...call, '--plain'];
  const said = async (input: string): Promise<{ readonly stdout: string; readonly events: readonly Event[] }> => {
    const home = newHome();
    const { stdout } = await run(plain, input, home);
    return { stdout, events: kept({ home }).session.events };
  };

  test.each([
    ['typed at the question', 'it is green\n1\n'],
    ['after h', 'h\nit is green\n1\n'],
  ])('what the caller said, %s', async (_, input) => {
    const { stdout, events: all } = await said(input);
    expect(stdout).toContain('What is meant?\n1  On ("green")\n2  None of this\n');
    expect(stdout).toContain('Say: Please pull the tray out. Is there paper in it?');
    expect(all).toMatchObject([{ said: 'it is green', offered: ['on'], chose: 'on' }, { answer: 'on' }]);
  });

  test('a label and a key are answers and no words', async () => {
    const { events: all } = await said('It is BLINKING\nb\n3\nb\noff\n');
    expect(all.map((event) => Object.keys(event)[0])).toEqual(['answer', 'back', 'answer', 'back', 'answer']);
  });

  test.each<[what: string, input: string, expected: readonly object[]]>([
    ['several', 'dark or blinking\n3\n', [{ offered: expect.arrayContaining(['off', 'blinking']) }]],
    ['none', 'purple\n', [{ said: 'purple', offered: [] }]],
    ['facts beside', 'green, my macbook\n1\n1\n', [{ chose: 'on, os' }, { answer: 'on' }, { tell: { os: 'macos' } }]],
    ['a fact that is not confirmed', 'my macbook\n2\n', [{ said: 'my macbook', offered: ['os'] }]],
    ['two readings', 'windows laptop, macbook\n1\n', [{ offered: ['os'], chose: 'os' }, { tell: { os: 'windows' } }]],
    ['a way of not knowing', 'no idea\n1\n', [{ chose: 'dont-know' }, { unsure: 'dont-know' }]],
    ['another tree', 'the monitor flickers\n1\n', [{ chose: 'screen' }, { jump: 'screen/cable' }]],
  ])('%s', async (_, input, expected) => {
    const { events: all } = await said(input);
    expect(all).toMatchObject(expected);
    expect(all).toHaveLength(expected.length);
  });

  test('no control sequences come out, and what was said is kept as it was', async () => {
    const hostile = 'the moni\u001B[2Jtor flickers \u009B31m\u202E';
    const { stdout, events: all } = await said(`${hostile}\n1\nl\n`);
    expect(stdout).toContain('Go to: The screen stays dark');
    expect(stdout).not.toMatch(/(?!\n)\p{Cc}|\p{Cf}/u);
    expect(all).toMatchObject([{ said: hostile }, { jump: 'screen/cable', why: hostile }]);
  });
});
