import { afterEach, expect, test } from '@jest/globals';
import { kept } from './kept.js';
import { endAll, inTerminal, keys } from './terminal.js';

afterEach(endAll);

const call = ['call', '--kb', 'test/fixtures/office', '--tree', 'printer'];

function notesOf(home: string): readonly string[] {
  return kept({ home }).session.events.flatMap((event) => ('note' in event ? [event.note] : []));
}

test('a key that is pressed right after a text is not lost, and not part of it', async () => {
  const agent = inTerminal(call);
  await agent.shows('q quit');
  await agent.press('n');
  await agent.shows('Note:');
  agent.pty.write(`in a hurry${keys.enter}1`);
  await agent.shows('Noted.');
  await agent.shows('Please pull the tray out');
  expect(notesOf(agent.home)).toEqual(['in a hurry']);
  await agent.press('q');
  expect(await agent.ended()).toBe(1);
}, 60_000);

test.each([
  ['marked as pasted', '\u001B[200~', '\u001B[201~'],
  ['not marked', '', ''],
])(
  'a long text of several lines, %s, is noted whole',
  async (_, before, after) => {
    const agent = inTerminal(call);
    await agent.shows('q quit');
    await agent.press('n');
    await agent.shows('Note:');
    const lines = Array.from({ length: 60 }, (_, line) => `line ${line} ${'word '.repeat(8)}end`);
    const text = lines.join(before === '' ? '\n' : '\r');
    agent.pty.write(`${before}${text}${after}${keys.enter}`);
    await agent.shows('Noted.');
    const [note = '', ...others] = notesOf(agent.home);
    expect(others).toEqual([]);
    expect(note.split('\n')).toEqual(lines);
    await agent.press('q');
    expect(await agent.ended()).toBe(1);
  },
  60_000,
);
