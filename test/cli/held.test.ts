import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { openStore } from '../../src/index.js';
import { kept, rows, sessionOf } from './kept.js';
import { driven, newHome, run } from './run.js';
import { endAll, inTerminal } from './terminal.js';

afterEach(endAll);

const desk = ['--kb', 'test/fixtures/desk'];
const call = ['call', ...desk, '--tree', 'wifi'];

describe('a call that somebody has open', () => {
  test('is taken over knowingly, and taken back with what was entered meanwhile: nobody types anything twice', async () => {
    const first = inTerminal([...call, '--agent', 'Ali']);
    await first.shows('Are other devices offline too?');
    await first.press('1');
    await first.shows('The router has lost its line');
    const { number } = kept(first);

    const left = await run(['call', '--plain', ...desk, '--resume', number], '1\n', first.home);
    expect([left.code, left.stdout]).toEqual([
      2,
      expect.stringMatching(/Ali on \S+ has case 1-3 open, since today at/),
    ]);
    expect(left.stderr).toMatch(/^Case 1-3 is left to Ali on \S+\.\n$/);
    expect(kept(first).session.events).toHaveLength(1);

    const second = inTerminal(['call', ...desk, '--resume', number, '--agent', 'Maria'], { home: first.home });
    await second.shows('Take it over: they are told at their next answer');
    await second.press('2');
    await second.shows('The fix has 2 steps');
    await second.press('n');
    await second.shows('Note:');
    await second.press('she has another router', '\r');
    await second.shows('Noted.');

    await first.press('1');
    await first.shows('Maria on');
    await first.shows('has taken this call over');
    await first.press('2');
    await first.shows('Pull the plug of the router');
    expect(kept(first).session.events).toMatchObject([
      { answer: 'yes' },
      { resumed: 'Maria' },
      { note: 'she has another router' },
      { done: true },
    ]);

    await second.press('1');
    await second.shows('Ali on');
    await second.press('1');
    expect(await second.ended()).toBe(1);
    await first.press('1');
    await first.shows('Put it in again');
    expect(kept(first).session.events.at(-1)).toMatchObject({ done: true });
  }, 120_000);

  test('a program is refused until it says that it takes the call over', async () => {
    const agent = inTerminal([...call, '--agent', 'Ali']);
    await agent.shows('Are other devices offline too?');
    await agent.press('1');
    await agent.shows('The router has lost its line');
    const again = ['call', ...desk, '--resume', '1-3'];
    const refused = await run([...again, '--json'], '', agent.home);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('Add --take-over')]);
    const [now] = await driven([...again, '--take-over'], [], agent.home);
    expect(now).toMatchObject({ type: 'isolated', case: '1-3' });
  }, 60_000);

  test('takes the notes of others, and goes on after them', async () => {
    const agent = inTerminal([...call, '--agent', 'Ali']);
    await agent.shows('Are other devices offline too?');
    await agent.press('1');
    await agent.shows('The router has lost its line');
    const noted = await run(
      ['cases', 'note', '1-3', 'her', 'provider', 'has', 'called', '--agent', 'Eva', ...desk],
      '',
      agent.home,
    );
    expect([noted.code, noted.stderr]).toEqual([0, '']);
    await agent.press('1');
    await agent.shows('Pull the plug');
    await agent.press('b');
    await agent.shows('The fix has 2 steps');
    await agent.press('l');
    await agent.shows('her provider has called');
    expect(kept(agent).session.events).toMatchObject([
      { answer: 'yes' },
      { note: 'her provider has called', agent: 'Eva' },
      { done: true },
      { back: true },
    ]);
  }, 60_000);

  test('is free at once when its terminal was killed', async () => {
    const agent = inTerminal([...call, '--agent', 'Ali']);
    await agent.shows('Are other devices offline too?');
    await agent.press('1');
    await agent.shows('The router has lost its line');
    agent.pty.kill('SIGKILL');
    await agent.ended();
    const again = await run(['call', '--plain', ...desk, '--resume', '1-3'], 'q\n', agent.home);
    expect(again.stdout).toContain('The router has lost its line');
    expect(again.stdout).not.toContain('open, since');
    expect(rows(agent.home, 'select holder from cases')).toEqual([expect.objectContaining({ holder: null })]);
  }, 60_000);
});

describe('a call that is gone on with', () => {
  test('by a number that was misheard, or of no case: that is said', async () => {
    const home = newHome();
    await run([...call, '--plain'], '1\nq\n', home);
    const wrong = await run(['call', '--plain', ...desk, '--resume', '3-1'], '', home);
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('its last digit does not fit')]);
    const none = await run(['call', '--plain', ...desk, '--resume', '2-1'], '', home);
    expect([none.code, none.stderr]).toEqual([2, 'There is no case 2-1.\n']);
  }, 60_000);

  test('after the knowledge base has changed: what no longer fits is shown, and nothing is dropped', async () => {
    const home = newHome();
    const folder = join(mkdtempSync(join(tmpdir(), 'faultline-kb-')), 'desk');
    cpSync('test/fixtures/desk', folder, { recursive: true });
    const at = ['--kb', folder, '--plain'];
    await run(['call', ...at, '--tree', 'wifi', '--agent', 'Ali'], '1\n1\n1\n1\n2\nq\n', home);
    const before = kept({ home }).session;
    const file = join(folder, 'trees/wifi.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      text
        .replace('start: others', 'start: lamp')
        .replace(
          'nodes:\n',
          'nodes:\n  lamp:\n    ask: Is its lamp on?\n    answers: { yes: desk, no: others }\n    unsure: { go: others }\n',
        )
        .replace('yes: router, no: desk', 'all: router, some: desk'),
    );
    const again = await run(['call', ...at, '--resume', '1-3', '--agent', 'Maria'], '2\nq\n', home);
    expect(again.stderr).toMatch(
      /The knowledge base has changed since this call was begun\.\nThese no longer fit, and are kept aside:\n {2}wifi\/others#1: yes/,
    );
    expect(again.stdout).toContain('Is its lamp on?');
    const after = kept({ home }).session;
    expect(after.events.slice(0, before.events.length)).toEqual(before.events);
    expect(after.events.slice(before.events.length)).toMatchObject([
      { reopened: expect.any(String) },
      { resumed: 'Maria' },
      { answer: 'no' },
    ]);
    expect(after.knowledge).not.toBe(before.knowledge);
  }, 60_000);
});

describe('somebody who calls again', () => {
  test('is known by name, contact, account or device; the same fault is flagged, and can be passed on', async () => {
    const home = newHome();
    await run([...call, '--plain', '--caller', 'Ms Lee', '--contact', '+49 170 1234567'], '1\n1\n1\n1\n1\n1\n', home);
    expect(rows(home, 'select outcome, fault from cases')).toEqual([
      expect.objectContaining({ outcome: 'resolved', fault: 'wifi/router' }),
    ]);
    const agent = inTerminal([...call, '--contact', '0049 1701234567', '--caller', 'ms  LEE'], { home });
    await agent.shows('Called before:');
    await agent.press('1');
    await agent.shows('The same fault as in case 1-3');
    await agent.press('2');
    await agent.shows('Refer to: Second line');
    await agent.press('1');
    expect(await agent.ended()).toBe(1);
    expect(sessionOf({ home }, '2-1').events.at(-1)).toMatchObject({
      refer: 'second-line',
      why: 'the same fault as in case 1-3',
    });
    const store = await openStore(join(home, 'cases.db'));
    expect(await store.linked(2)).toMatchObject([{ case: { number: 1 }, why: 'the same fault as in case 1-3' }]);
    await store.close();
  }, 60_000);

  test('and whose name is told in the call is known from then on; a stranger is not', async () => {
    const home = newHome();
    await run([...call, '--plain', '--device', 'LT-7'], '1\nq\n', home);
    const lines = await driven(
      [...call],
      [{ ask: 'earlier' }, { device: 'lt-7' }, { ask: 'earlier' }, { caller: 'Nobody' }],
      home,
    );
    expect(lines.filter(({ type }) => type === 'earlier')).toMatchObject([
      { cases: [] },
      { cases: [{ case: '1-3', same: ['device'], outcome: 'open', tree: 'wifi' }] },
    ]);
  }, 60_000);
});

describe('the end of a call', () => {
  test('has the note, the letter, what was promised and how content the caller is', async () => {
    const agent = inTerminal([...call, '--caller', 'Ms Lee', '--agent', 'Ali'], { rows: 40 });
    await agent.shows('Are other devices offline too?');
    await agent.press('2');
    await agent.shows('Refer to: Second line');
    await agent.press('3');
    await agent.shows('Ms Lee called');
    await agent.shows('The router has to be looked at.');
    await agent.press('4');
    await agent.shows('Hello Ms Lee,');
    await agent.press('5');
    await agent.shows('What was the caller promised?');
    await agent.press('a call', '\r');
    await agent.shows('By when?');
    await agent.press('in two hours', '\r');
    await agent.shows('Taken down.');
    await agent.press('6');
    await agent.shows('Very content');
    await agent.press('4');
    await agent.press('2');
    expect(await agent.ended()).toBe(1);
    expect(kept(agent).session.events).toMatchObject([
      { answer: 'no' },
      { promised: 'a call', by: expect.stringMatching(/Z$/) },
      { satisfaction: 4 },
    ]);
    expect(agent.everything()).toContain('The call is kept as case 1-3.');
  }, 60_000);

  test('can be early, with a reason; what must not be kept is masked before', async () => {
    const home = newHome();
    const typed = 'n\nher password is Sommer2024!\n1\nx\nshe has hung up\nnever\n';
    const { stdout } = await run([...call, '--plain'], typed, home);
    expect(stdout).toContain('Kept as: her password is [password]');
    expect(stdout).toContain('If you need us again');
    expect(rows(home, 'select outcome, reason from cases')).toEqual([
      expect.objectContaining({ outcome: 'abandoned', reason: 'she has hung up' }),
    ]);
    expect(readFileSync(join(home, 'cases.db')).includes('Sommer2024')).toBe(false);
  }, 60_000);

  test('what is told with the first words, or on the command line, is masked too', async () => {
    const home = newHome();
    const begin = { begin: 'wifi', tell: { 'printer.model': 'call me on 0170 1234567' } };
    await driven(['call', ...desk], [{ say: 'my pin is 4471, the wifi is gone' }, begin, { answer: 'yes' }], home);
    await run([...call, '--plain', '--set', 'printer.model=her password is Sommer2024!'], '1\nq\n', home);
    const stored = JSON.stringify(rows(home, 'select event from events'));
    expect(stored).toMatch(/\[phone number\].*her password is \[password\]/);
    expect(stored).not.toMatch(/4471|1234567|Sommer/);
  }, 60_000);
});
