import { afterEach, describe, expect, test } from '@jest/globals';
import { loadFolder, situation } from '../../src/index.js';
import { cases, kept, sessionOf } from './kept.js';
import { newHome, run } from './run.js';
import { endAll, inTerminal, keys, type TerminalSession } from './terminal.js';

afterEach(endAll);

const office = 'test/fixtures/office';
const call = ['call', '--kb', office];
const trees = {
  printer: 'The printer does not print',
  screen: 'The screen stays dark',
  rest: 'Something else is wrong',
};

/** A new call, as soon as something can be typed. */
async function begin(...words: readonly string[]): Promise<TerminalSession> {
  const agent = inTerminal([...call, ...words]);
  await agent.shows('How can I help you?');
  await agent.shows('Esc none of these');
  return agent;
}

/** Which of the trees can be chosen now. */
function offered(agent: TerminalSession): readonly string[] {
  const visible = agent.screen().join('\n');
  return Object.entries(trees).flatMap(([id, title]) => (visible.includes(title) ? [id] : []));
}

async function leave(agent: TerminalSession): Promise<void> {
  await agent.press('q');
  expect(await agent.ended()).toBe(1);
}

describe('the first screen', () => {
  test('shows all trees, then what fits as one types, and all again when it is rubbed out', async () => {
    const agent = await begin();
    expect(offered(agent)).toEqual(['printer', 'screen', 'rest']);
    await agent.press('f');
    await agent.press('l');
    await agent.press('i');
    await agent.shows('"the monitor flickers"');
    expect(offered(agent)).toEqual(['screen']);
    expect(agent.screen().join('\n')).toMatch(/The screen stays dark +\d+%/);
    await agent.press(' the copier');
    expect(offered(agent)).toContain('printer');
    for (let at = 0; at < 'fli the copier'.length; at += 1) agent.pty.write('\u007F');
    await agent.press('\u007F');
    expect(offered(agent)).toEqual(['printer', 'screen', 'rest']);
    await agent.press('zorblax');
    await agent.shows('Nothing fits well.');
    await agent.shows('Not understood: zorblax');
    expect(offered(agent)).toEqual([]);
    await agent.press(keys.controlC);
    expect(await agent.ended()).toBe(1);
  }, 60_000);

  test('Enter begins in the first, and keeps what was said, offered and chosen', async () => {
    const agent = await begin();
    await agent.press('the monitr flickers, quux');
    await agent.shows('Not understood: quux');
    await agent.press(keys.enter);
    await agent.shows('Is the cable of the monitor in?');
    const { session } = kept(agent);
    expect(session).toMatchObject({ tree: 'screen', words: 'the monitr flickers, quux' });
    expect(session.events).toEqual([
      {
        said: 'the monitr flickers, quux',
        offered: ['screen'],
        chose: 'screen',
        missed: ['quux'],
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      },
    ]);
    await leave(agent);
  }, 60_000);

  test('the arrows choose another, and go round', async () => {
    const agent = await begin();
    await agent.press('the printer beside the monitor');
    expect(offered(agent)).toEqual(['printer', 'screen']);
    await agent.press(keys.down);
    await agent.press(keys.enter);
    await agent.shows('q quit');
    const [event] = kept(agent).session.events;
    if (event === undefined || !('said' in event)) throw new Error('nothing was said');
    expect(event.offered.toSorted()).toEqual(['printer', 'screen']);
    expect(event.chose).toBe(event.offered[1]);
    await leave(agent);

    const other = await begin();
    await other.press('the printer beside the monitor');
    await other.press(keys.down, keys.down, keys.down, keys.up, keys.up);
    await other.press(keys.enter);
    await other.shows('q quit');
    expect(kept(other).session.events[0]).toMatchObject({ chose: event.offered[1] });
    await leave(other);
  }, 60_000);

  test('without a word any tree can be chosen, and nothing was said', async () => {
    const agent = await begin();
    await agent.press(keys.down);
    await agent.press(keys.enter);
    await agent.shows('q quit');
    await agent.press('1');
    const { session } = kept(agent);
    expect([session.tree, session.events.map((event) => Object.keys(event)[0])]).toEqual(['printer', ['answer']]);
    expect(session).not.toHaveProperty('words');
    await leave(agent);
  }, 60_000);

  test('Enter in the same burst as the typing begins in what was typed, not in what was on the screen', async () => {
    const agent = await begin();
    agent.pty.write(`the monitor flickers${keys.enter}`);
    await agent.shows('Is the cable of the monitor in?');
    expect(kept(agent).session.events).toMatchObject([{ said: 'the monitor flickers', chose: 'screen' }]);
    await leave(agent);
  }, 60_000);

  test('what is typed before the screen is there is not lost', async () => {
    const agent = inTerminal(call);
    agent.pty.write(`the monitor flickers${keys.enter}`);
    await agent.shows('Is the cable of the monitor in?');
    expect(kept(agent).session.words).toBe('the monitor flickers');
    await leave(agent);
  }, 60_000);

  test('so it does when the burst goes on after other words', async () => {
    const agent = await begin();
    await agent.press('the copies');
    await agent.shows('"the copies are blurred"');
    agent.pty.write(` no the monitor flickers has a crack${keys.enter}`);
    await agent.shows('Is the cable of the monitor in?');
    await leave(agent);
  }, 60_000);

  test('what is typed in the same burst as Esc is kept as said', async () => {
    const agent = await begin();
    await agent.press(`zorblax${keys.escape}`);
    await agent.shows('What device is it about?');
    await agent.press('screen cracked', keys.enter);
    await agent.shows('"my screen has a crack"');
    await agent.press(keys.enter);
    await agent.shows('Is the cable of the monitor in?');
    expect(kept(agent).session.events).toMatchObject([
      { said: 'zorblax', offered: [], missed: ['zorblax'] },
      { said: 'zorblax screen cracked', chose: 'screen' },
    ]);
    await leave(agent);
  }, 60_000);

  test('several lines that are pasted are one text, and none of them begins a call', async () => {
    const agent = await begin();
    await agent.press('\u001B[200~Hello,\rmy monitor\r\rflickers.\rq1\u001B[201~');
    await agent.shows('"the monitor flickers"');
    expect(offered(agent)).toEqual(['screen']);
    expect(cases(agent)).toEqual([]);
    await agent.press(' Regards', keys.enter);
    await agent.shows('Is the cable of the monitor in?');
    expect(kept(agent).session.words?.replaceAll(/\s+/g, ' ')).toBe('Hello, my monitor flickers. q1 Regards');
    await leave(agent);
  }, 60_000);

  test('what is pasted can be rubbed out over the end of its lines', async () => {
    const agent = await begin();
    await agent.press('\u001B[200~the monitor\rx\u001B[201~');
    await agent.press('\u007F\u007F\u007F\u007F');
    await agent.press('or flickers', keys.enter);
    await agent.shows('Is the cable of the monitor in?');
    expect(kept(agent).session.words).toBe('the monitor flickers');
    await leave(agent);
  }, 60_000);

  test('words on the command line are typed already', async () => {
    const agent = await begin('the monitor', 'flickers');
    await agent.shows('"the monitor flickers"');
    await agent.press(keys.enter);
    await agent.shows('Is the cable of the monitor in?');
    expect(kept(agent).session.words).toBe('the monitor flickers');
    await leave(agent);
  }, 60_000);

  test('Ctrl-C ends it, and nothing is kept', async () => {
    const agent = await begin();
    await agent.press('the monitor', keys.controlC);
    expect(await agent.ended()).toBe(1);
    expect(cases(agent)).toEqual([]);
    expect(agent.everything()).not.toMatch(/--resume|\n\s+at |Error/);
    // The terminal is as it was: the cursor is shown, and pasted text is not marked any more.
    expect(agent.raw().lastIndexOf('\u001B[?25h')).toBeGreaterThan(agent.raw().lastIndexOf('\u001B[?25l'));
    expect(agent.raw().lastIndexOf('\u001B[?2004l')).toBeGreaterThan(agent.raw().lastIndexOf('\u001B[?2004h'));
  }, 60_000);

  test('what is typed and pasted cannot steer the terminal', async () => {
    const agent = await begin('\u009B2J\u202Emonitor');
    await agent.press('\u001B[200~\u009B31mzor\u202Eblax\u001B[201~');
    await agent.shows('Not understood');
    expect(agent.raw()).not.toMatch(/[\u0080-\u009F\u202E]/);
    await agent.press(keys.controlC);
    expect(await agent.ended()).toBe(1);
  }, 60_000);

  test.each([
    [40, 10],
    [80, 24],
    [200, 60],
  ])(
    'fits a terminal of %i by %i',
    async (columns, rows) => {
      const agent = inTerminal(call, { columns, rows });
      await agent.shows('none of these');
      await agent.press(`the printer beside the monitor${' and so on'.repeat(25)} gadget, zorblax quux`);
      await agent.shows('Not understood');
      const lines = agent.screen();
      const asked = lines.findIndex((line) => line.includes('What does the caller say?'));
      const below = lines.slice(asked + 1);
      expect(asked).toBeGreaterThanOrEqual(0);
      expect(below.join('\n')).toMatch(/Ctrl-C.quit/);
      expect(offered(agent).length).toBeGreaterThan(0);
      // What is typed is longer than the line, and does not go on in the next; nor does what is found.
      if (columns >= 80) expect(below[0]).toContain('›');
      expect(below.filter((line) => /^[ ›]+\p{Lu}.* \d+%$/u.test(line))).toHaveLength(offered(agent).length);
      await agent.press(keys.controlC);
      expect(await agent.ended()).toBe(1);
    },
    60_000,
  );
});

test('of a list that is longer than the screen the part around the active one is shown', async () => {
  const agent = inTerminal(call, { rows: 8 });
  await agent.shows('Esc none of these');
  expect([offered(agent), agent.screen().join('\n').includes('None of these fits')]).toEqual([
    ['printer', 'rest'],
    false,
  ]);
  await agent.press(keys.down, keys.down, keys.down);
  expect([offered(agent), agent.screen().join('\n').includes('› None of these fits')]).toEqual([['screen'], true]);
  await agent.press(keys.down, keys.enter);
  await agent.shows('When did it begin?');
  await leave(agent);
}, 60_000);

describe('nothing fits', () => {
  test('"none of these" asks the broad questions, whose replies are looked for with what was said before', async () => {
    const agent = await begin();
    await agent.press('zorblax');
    await agent.press(keys.escape);
    await agent.shows('What device is it about?');
    await agent.shows('Which device? (Enter to pass on)');
    await agent.press('it is about a copier', keys.enter);
    await agent.shows('zorblax it is about a copier');
    expect(offered(agent)).toEqual(['printer']);
    await agent.press(keys.enter);
    await agent.shows('Could you look whether the lamp is on?');
    const { session } = kept(agent);
    expect(session.words).toBe('zorblax it is about a copier');
    expect(session.events).toMatchObject([
      { said: 'zorblax', offered: [], missed: ['zorblax'] },
      { said: 'zorblax it is about a copier', offered: ['printer'], chose: 'printer' },
    ]);
    expect(session.events[0]).not.toHaveProperty('chose');
    await leave(agent);
  }, 60_000);

  test('the reply to a question about a fact gives it once it is confirmed, and it is not asked again', async () => {
    const agent = await begin('the printer');
    await agent.press(keys.escape);
    await agent.shows('Which device?');
    await agent.press(keys.enter);
    await agent.shows('Esc none of these');
    await agent.press(keys.escape);
    await agent.shows('What system does it run?');
    await agent.press('Windows', keys.enter);
    await agent.shows('the printer Windows');
    await agent.press(keys.enter);
    await agent.shows('System: Windows ("Windows")');
    await agent.press('1');
    await agent.shows('Could you look whether the lamp is on?');
    const { knowledgeBase } = await loadFolder(office);
    expect((await situation(knowledgeBase, kept(agent).session)).facts.get('os')).toMatchObject({ value: 'windows' });
    await leave(agent);
  }, 60_000);

  /** Says what nobody understands, and passes on all questions. */
  async function baffled(...words: readonly string[]): Promise<TerminalSession> {
    const agent = await begin(...words);
    for (const question of ['What device is it about?', 'What system does it run?']) {
      await agent.press(keys.escape);
      await agent.shows(question);
      await agent.press(keys.enter);
    }
    await agent.press(keys.escape);
    await agent.shows('Nothing fits what was said.');
    return agent;
  }

  test('after all questions the tree for all the rest can be begun', async () => {
    const agent = await baffled('zorblax');
    await agent.shows(`1  Begin with: ${trees.rest}`);
    await agent.press('1');
    await agent.shows('When did it begin?');
    const { session } = kept(agent);
    expect([session.tree, session.words]).toEqual(['anything', 'zorblax']);
    for (const event of session.events)
      expect(event).toMatchObject({ said: 'zorblax', offered: [], missed: ['zorblax'] });
    await leave(agent);
  }, 60_000);

  test('or any other', async () => {
    const agent = await baffled('zorblax');
    await agent.press('2');
    await agent.shows('Which one?');
    await agent.press('screen', keys.enter);
    await agent.shows('Is the cable of the monitor in?');
    expect(kept(agent).session.tree).toBe('screen');
    await leave(agent);
  }, 60_000);

  test('a subject that no tree covers is named, with its desk', async () => {
    const agent = await begin('my bicycle');
    await agent.shows('Nothing fits well. It sounds like: Bicycles. No tree covers that.');
    await agent.press(keys.escape);
    await agent.shows('Nothing fits what was said.');
    await agent.press('2');
    await agent.shows('What device is it about?');
    await agent.press(keys.controlC);
    expect(await agent.ended()).toBe(1);
    expect(kept(agent).session).toMatchObject({ tree: '', events: [{ said: 'my bicycle', offered: [] }] });
  }, 60_000);

  test('"end here" keeps what was said, and the call goes on from there later', async () => {
    const agent = await baffled('zorblax');
    await agent.press('3');
    expect(await agent.ended()).toBe(1);
    await agent.shows('What was said is kept as case');
    const { number: file, session } = kept(agent);
    expect(session).toMatchObject({ tree: '', words: 'zorblax' });
    expect(session.events.length).toBeGreaterThan(0);

    const again = inTerminal([...call, '--resume', file], { home: agent.home });
    await again.shows('Not understood: zorblax');
    await again.press(' my monitor flickers', keys.enter);
    await again.shows('Is the cable of the monitor in?');
    await again.press('1');
    await again.shows('A loose cable');
    await leave(again);
    expect(cases(agent)).toEqual([file]);
    const later = sessionOf(agent, file);
    expect(later).toMatchObject({
      tree: 'screen',
      words: 'zorblax my monitor flickers',
      started: session.started,
    });
    expect(later.events.slice(0, session.events.length)).toEqual(session.events);
    expect(later.events.slice(session.events.length)).toMatchObject([
      { said: 'zorblax my monitor flickers', chose: 'screen' },
      { answer: 'yes' },
    ]);
  }, 60_000);

  test('where nothing was said nothing is kept', async () => {
    const agent = await begin();
    await agent.press(keys.escape);
    expect(await agent.ended()).toBe(0);
    expect(cases(agent)).toEqual([]);
  }, 60_000);
});

describe('facts that are heard in the first words', () => {
  const said = 'my copier is blurred on windows, 8 gb of memory';

  /** Answers the printer's questions up to where the system would be asked. */
  async function toTheSystem(agent: TerminalSession): Promise<void> {
    await agent.shows('Could you look whether the lamp is on?');
    await agent.press('1');
    await agent.shows('Please pull the tray out');
    await agent.press('1');
    await agent.shows('Which name is written on the printer?');
    await agent.press('1');
    await agent.shows('Printer model: a text');
    await agent.press('PX9', keys.enter);
  }

  test('are confirmed by one key, and then not asked', async () => {
    const agent = await begin(said);
    await agent.press(keys.enter);
    await agent.shows('Heard in what the caller said:');
    await agent.shows('System: Windows ("on windows")');
    await agent.shows('Memory: 8 GB ("8 gb of memory")');
    await agent.press('1');
    await toTheSystem(agent);
    await agent.shows('The computer is holding the PX9 back.');
    expect(agent.everything()).not.toContain('Is it Windows or a Mac?');
    expect(kept(agent).session.events.slice(0, 2)).toMatchObject([
      { said, chose: 'printer' },
      { tell: { os: 'windows', memory: 8 }, source: 'caller' },
    ]);
    await leave(agent);
  }, 60_000);

  test('none of them: they are asked', async () => {
    const agent = await begin(said);
    await agent.press(keys.enter);
    await agent.shows('3  None of it');
    await agent.press('3');
    await toTheSystem(agent);
    await agent.shows('Is it Windows or a Mac?');
    expect(kept(agent).session.events.filter((event) => 'tell' in event)).toEqual([]);
    await leave(agent);
  }, 60_000);

  test('some of them: one after another', async () => {
    const agent = await begin(said);
    await agent.press(keys.enter);
    await agent.shows('2  Only some of it');
    await agent.press('2');
    await agent.shows('System: which is meant?');
    await agent.press('2');
    await agent.shows('Memory: which is meant?');
    await agent.press('1');
    await agent.shows('Could you look whether the lamp is on?');
    expect(kept(agent).session.events[1]).toMatchObject({ tell: { memory: 8 } });
    await leave(agent);
  }, 60_000);

  test.each<[key: string, value: string | undefined]>([
    ['1', 'windows'],
    ['2', 'macos'],
    ['3', undefined],
  ])(
    'of two readings key %s chooses: %s',
    async (key, value) => {
      const agent = await begin('the monitor flickers on windows beside my macbook');
      await agent.press(keys.enter);
      await agent.shows('System: which is meant?');
      await agent.shows('1  Windows ("on windows")');
      await agent.shows('2  macOS ("macbook")');
      await agent.shows('3  Not that');
      await agent.press(key);
      await agent.shows('Is the cable of the monitor in?');
      const told = kept(agent).session.events.filter((event) => 'tell' in event);
      expect(told).toMatchObject(value === undefined ? [] : [{ tell: { os: value } }]);
      expect(told).toHaveLength(value === undefined ? 0 : 1);
      await leave(agent);
    },
    60_000,
  );
});

describe('line by line with --plain', () => {
  const plain = [...call, '--plain'];

  test('what is said, a number for what fits, facts, and the first question', async () => {
    const home = newHome();
    const { stdout, code } = await run([...plain], 'the monitor flickers on windows\n1\n1\n1\n', home);
    expect(code).toBe(1);
    expect(stdout).toContain('Say: How can I help you? What happens, and on what device?');
    expect(stdout).toMatch(/1 {2}The screen stays dark\. \d+%\. "the monitor flickers"$/m);
    expect(stdout).toContain('0  None of these fits');
    expect(stdout).toContain('System: Windows ("on windows")');
    expect(stdout).toContain('Is the cable of the monitor in?');
    expect(stdout).not.toMatch(/^Keys: \.$/m);
    expect(kept({ home }).session.events).toMatchObject([
      { said: 'the monitor flickers on windows', offered: ['screen'], chose: 'screen' },
      { tell: { os: 'windows' }, source: 'caller' },
      { answer: 'yes' },
    ]);
  });

  test('what is said can be said again, until it fits', async () => {
    const home = newHome();
    const { stdout } = await run(plain, 'zorblax\n\n7\nmy bicycle\nthe monitor flickers\n1\n', home);
    // An empty line changes nothing.
    expect(stdout.split('Nothing fits well.\nNot understood: zorblax')).toHaveLength(3);
    expect(stdout).toContain('It sounds like: Bicycles');
    expect(kept({ home }).session).toMatchObject({ tree: 'screen', words: 'the monitor flickers' });
  });

  test('nothing fits: the questions, the tree for all the rest', async () => {
    const home = newHome();
    const { stdout } = await run(plain, 'zorblax\n0\nquux\n0\n\n0\n1\n', home);
    expect(stdout).toContain('Say: What device is it about?');
    expect(stdout).toContain('Say: What system does it run?');
    expect(stdout).toContain('1  Begin with: Something else is wrong');
    expect(stdout).toContain('When did it begin?');
    expect(kept({ home }).session).toMatchObject({
      tree: 'anything',
      words: 'zorblax quux',
      events: [{ said: 'zorblax' }, { said: 'zorblax quux', missed: ['zorblax', 'quux'] }, { said: 'zorblax quux' }],
    });
  });

  test('"end here", and on from there later', async () => {
    const home = newHome();
    const ended = await run(plain, 'zorblax\n0\n\n0\n\n0\n3\n', home);
    const { number: file } = kept({ home });
    expect(ended.code).toBe(1);
    expect(ended.stdout).toContain(`What was said is kept as case ${file}`);
    const later = await run([...plain, '--resume', file], 'the monitor flickers\n1\n', home);
    expect(later.stdout).toContain('Not understood: zorblax');
    expect(later.stdout).toContain('Is the cable of the monitor in?');
    expect(cases({ home })).toEqual([file]);
    expect(sessionOf({ home }, file)).toMatchObject({ tree: 'screen', words: 'the monitor flickers' });
  });

  test('the end of input ends it', async () => {
    for (const input of ['', 'the monitor flickers\n', 'zorblax\n0\n']) {
      const { code, stderr } = await run(plain, input);
      expect([code, stderr]).toEqual([1, '']);
    }
  });

  test('there are no control sequences in it, whatever is typed', async () => {
    const hostile = '\u001B[2Jzor\u009Bblax \u202Emonitor';
    const inputs = [
      `${hostile}\n0\n${hostile}\n0\n`,
      `macbook monitor\n1\n${hostile}\n`,
      `${hostile}\n0\n\n0\n\n0\n${hostile}\n2\n${hostile}\n`,
    ];
    for (const input of inputs) {
      const { stdout } = await run(plain, input);
      expect(stdout).not.toMatch(/(?!\n)\p{Cc}|\p{Cf}/u);
    }
  });
});

test('a call that was cut off is mentioned on the first screen; one that found no tree is not', async () => {
  const home = newHome();
  await run([...call, '--plain'], 'the monitor flickers\n1\n', home);
  const { stdout } = await run([...call, '--plain'], 'zorblax\n0\n\n0\n\n0\n3\n', home);
  expect(stdout).toContain(
    'Cut off: The screen stays dark, case 1-3\nGo on with one of these by: faultline call --resume\n',
  );
  const later = await run([...call, '--plain'], '', home);
  expect(later.stdout.match(/Cut off: .*/g)).toEqual(['Cut off: The screen stays dark, case 1-3']);
  expect(later.stdout).not.toContain('case 2-1');
});
