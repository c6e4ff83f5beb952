import { afterEach, expect, test } from '@jest/globals';
import { kept } from './kept.js';
import { newHome, run } from './run.js';
import { endAll, inTerminal, keys, type TerminalSession } from './terminal.js';

afterEach(endAll);

const pageDown = '\u001B[6~';
const pageUp = '\u001B[5~';
const why = ['call', '--tree', 'printer-offline'];

const text = (agent: TerminalSession): string => agent.screen().join('\n');

test('a text that is too long begins with what is said, hides no choice, and is read page by page', async () => {
  const agent = inTerminal(why);
  await agent.shows('q quit');
  await agent.press('1', 'w');
  await agent.showsNow('I ask this because');
  // What is the same for every answer is only counted.
  expect(text(agent)).toMatch(/leaves only the \d+ that every answer leaves/);
  for (const choice of ['1  No warning', '5  Another light or message', 'PgDn: '])
    expect(text(agent)).toContain(choice);
  expect(text(agent)).not.toContain('Still possible');
  await agent.press(pageDown, pageDown, pageDown);
  expect(text(agent)).toContain('Still possible');
  expect(text(agent)).toContain('5  Another light or message');
  await agent.press(pageUp, pageUp, pageUp);
  expect(text(agent)).toContain('I ask this because');
  // Put away, it gives its place back.
  await agent.press(keys.escape);
  await agent.showsNow('Does the printer itself show a warning?');
  expect(text(agent)).not.toContain('I ask this because');
}, 60_000);

test('the list so far begins with what was last', async () => {
  const agent = inTerminal(why, { rows: 12 });
  await agent.shows('q quit');
  await agent.press('1', 'n', 'a note with enough words in it to be more than one line on any screen of this width');
  await agent.press(keys.enter, 'n', 'the second note', keys.enter, 'n', 'the last note', keys.enter, 'l');
  await agent.showsNow('the last note');
  expect(text(agent)).toMatch(/PgUp: \d+ lines above/);
}, 60_000);

test('a letter that is too long says so, and hides no choice', async () => {
  const agent = inTerminal([...why, '--channel', 'email']);
  await agent.shows('q quit');
  await agent.press('1');
  await agent.showsNow('5  Another light or message');
  await agent.showsNow('PgDn: ');
  expect(text(agent)).toContain('Subject: ');
}, 60_000);

test('Esc leaves a list, a text and a menu in between; nothing is taken, and nothing of it stays on the screen', async () => {
  const agent = inTerminal(['call', '--kb', 'test/fixtures/desk', '--tree', 'printer', '--set', 'printer.model=OWN']);
  await agent.shows('q quit');
  const before = text(agent).replace(/\d+:\d\d ──/, '');
  const left: readonly (readonly [string, readonly string[]])[] = [
    ['What did the caller tell you?', ['t', 'mem']],
    ['Why is it put off?', ['p', 'half']],
    ['What is it?', ['d']],
    ['Why there? (Enter for no reason)', ['j', keys.enter]],
    ['Call back when?', ['x', 'lunch', keys.enter]],
  ];
  for (const [shown, pressed] of left) {
    await agent.press(...pressed);
    await agent.showsNow(shown);
    await agent.press(keys.escape);
    await agent.showsNow('1  Yes');
    expect(text(agent).replace(/\d+:\d\d ──/, '')).toBe(before);
  }
  await agent.press('1');
  await agent.shows('Switch the printer off');
  expect(kept(agent).session.events.slice(1)).toEqual([expect.objectContaining({ answer: 'yes' })]);
}, 60_000);

test('while a question is asked in between, the countdown names no keys that are not there', async () => {
  const agent = inTerminal(['call', '--kb', 'test/fixtures/desk', '--tree', 'printer', '--set', 'printer.model=OWN']);
  await agent.shows('q quit');
  await agent.press('1', 'p');
  await agent.showsNow('The key p, put off, does nothing here.');
  await agent.press('1', '1', ' ');
  await agent.showsNow('Space stops it');
  await agent.press('2');
  await agent.showsNow('left');
  expect(text(agent)).not.toContain('Space stops it');
}, 60_000);

test('the list says when to call back as one says it', async () => {
  const home = newHome();
  const call = ['call', '--kb', 'test/fixtures/desk', '--plain'];
  await run([...call, '--tree', 'wifi'], 'x\nlunch\nin two hours\n', home);
  const again = await run([...call, '--resume'], '1\n1\nl\nq\n', home);
  expect(again.stdout).toMatch(/Broken off: lunch, to call back (?:today|tomorrow) at \d+:\d\d\n/);
});
