import { afterAll, expect, test } from '@jest/globals';
import { loadFolder, recordInWords, type Session, situation } from '../../src/index.js';
import { kept } from './kept.js';
import { endAll, inTerminal, keys, type TerminalSession } from './terminal.js';

afterAll(endAll);

const desk = 'test/fixtures/desk';

/** Types texts and presses keys, each after what it waits for is on the screen. */
async function work(agent: TerminalSession, steps: readonly (readonly [string, ...string[]])[]): Promise<void> {
  for (const [shown, ...pressed] of steps) {
    await agent.showsNow(shown);
    for (const each of pressed)
      await agent.press(...(each.length > 1 && each !== keys.enter ? [each, keys.enter] : [each]));
  }
}

/** The same session, one event shorter each time. */
function prefixesOf(session: Session): readonly Session[] {
  return session.events.map((_, at) => ({ ...session, events: session.events.slice(0, at) }));
}

test('a talkative caller: everything that can happen in one call, kept in order, and nothing known is asked', async () => {
  const first = inTerminal(['call', '--kb', desk, '--agent', 'Ali']);
  await work(first, [
    ['What does the caller say?', 'my printer is dead, on windows'],
    ['That is right', '1'],
    ['one of the large printers', '2'],
    ['power LED', 'i'],
    ['The LED is the small lamp', 'i'],
    ['any small light', 'n', 'talks a lot'],
    ['Noted.', 't', 'name', 'Mrs Smith'],
    ['Mrs Smith', 't', 'memory', '8', keys.enter],
    ['Memory: 8 GB', 'h', 'yes yes it is lit i think'],
    ['What is meant?', '1'],
    ['Switch the printer off', 'f', 'the new one has no switch'],
    ['Kept for the author', 'a', '1'],
    ['Was it like that?', '2'],
    ['All its lamps go out', '1'],
    ['Pull the plug out', 'b'],
    ['Switch the printer off', '1'],
    ['Pull the plug out', '1'],
    ['While you wait', '2', 'PX9'],
    ['Printer model: PX9', '2', '1'],
    ['Wait, then put it in again', 'm', '2'],
    ['Tell me when that is done', 'm', '1'],
    ['They should then notice', ' '],
    ['Space stops it', '1'],
    ['The fix has 2 steps', 'o', 'wifi is gone'],
    ['Are other devices offline', 'p', 'she asks her son'],
    ['Once more', '1'],
    ['lost its line', '1'],
    ['Pull the plug of the router', 's', 'it has no plug'],
    ['Put it in again', '1'],
    ['Does a page open now?', 'x'],
    ['Why is the call broken off?', 'she has to catch a train'],
    ['Call back when?', 'tomorrow at 3pm'],
  ]);
  expect(await first.ended()).toBe(1);
  const { number: file } = kept(first);

  const second = inTerminal(['call', '--kb', desk, '--resume', file, '--agent', 'Maria'], { home: first.home });
  await work(second, [
    ['Last time we talked about this', '1'],
    ['Does a page open now?', '1'],
    ['Go on with: The printer', '1'],
    ['The fix has 2 steps', 'd', '2'],
    ['Stay where you are safe', 'b'],
    ['The fix has 2 steps', '1'],
    ['Press Control, Shift and Escape', '1'],
    ['Is that all right with you?', '2'],
    ['Refer to: Second line', 'b'],
    ['Is that all right with you?', '1'],
    ['The list is empty', '1'],
    ['Does the page come out now?', '3'],
    ['Refer to: Second line', 'c', keys.enter],
    ['Only partly', '1'],
    ['What this change does', '1'],
    ['print large documents in parts', 'j', 'Tree: The Wi-Fi', 'to be sure'],
    ['Are other devices offline', 'u', '1'],
    ['Refer to: Second line', 'g'],
    ['print large documents in parts', 'r', 'security', 'she wants to talk to them'],
    ['Refer to: Security', 'b'],
    ['print large documents in parts', '1'],
  ]);
  expect(await second.ended()).toBe(0);

  const { knowledgeBase: kb } = await loadFolder(desk);
  const { session } = kept(second);
  expect(session.events.length).toBeGreaterThanOrEqual(40);
  const record = (await recordInWords(kb, session)).map(({ words }) => words.replace(/at 2[0-9T:.-]+Z$/, 'at TIME'));
  expect(record).toEqual([
    'The caller said: "my printer is dead, on windows"',
    'Told: System: Windows',
    'Is it one of the printers in the corridor? No, something else',
    'The caller did not understand this at first',
    'The caller did not understand this at first',
    'Note: talks a lot',
    'The caller is Mrs Smith',
    'Told: Memory: 8 GB',
    'The caller said: "yes yes it is lit i think"',
    'Is the lamp on? Yes',
    'For the author: the new one has no switch',
    'Said to have been tried: Switch the printer off.',
    'Tried before, but not surely rightly: Switch the printer off.',
    'Done: Switch the printer off.',
    'Taken back: Done: Switch the printer off.',
    'Done: Switch the printer off.',
    'Done: Pull the plug out of the wall.',
    'Told: Printer model: PX9',
    'Answered before it was asked: Is there paper in the tray? Yes',
    'Now by chat',
    'Now by phone',
    'Done: Wait, then put it in again and switch it on.',
    'Printer model: PX9 (known from the caller)',
    'Is there paper in the tray? Yes',
    'Problem 2: The Wi-Fi does not work',
    'Are other devices offline too? put off: she asks her son',
    'Changed: Are other devices offline too? put off: she asks her son. Now: Are other devices offline too? Yes',
    'Found: The router has lost its line',
    'Step skipped: it has no plug',
    'Done: Put it in again.',
    'Broken off: she has to catch a train, to call back at TIME',
    'Taken up again by Maria',
    'Does a page open now? Yes',
    'Problem 1: The printer does not print',
    'Told: Danger: A threat',
    'Rule "threat" leads to: Somebody or something is in danger',
    'Taken back: Told: Danger',
    'Found: A document is stuck in the queue',
    'Done: Press Ctrl+Shift+Esc.',
    'The caller did not agree to: Delete all the documents in the list.',
    'Taken back: The caller did not agree to: Delete all the documents in the list.',
    'The caller agreed to: Delete all the documents in the list.',
    'Done: Delete all the documents in the list.',
    'Does the page come out now? Only partly',
    'Changed: Does the page come out now? Only partly. Now: Does the page come out now? Yes',
    'Went to: The Wi-Fi does not work (to be sure)',
    "Are other devices offline too? doesn't know",
    'Not offered again: The router has lost its line',
    'Came back to: The printer does not print, A document is stuck in the queue',
    'Referred to Security: she wants to talk to them',
    'Taken back: Referred to Security: she wants to talk to them',
  ]);
  const kinds = new Set(session.events.flatMap((event) => Object.keys(event)));
  for (const kind of [
    ...['answer', 'unsure', 'done', 'skip', 'later', 'confused', 'tried', 'tell', 'jump', 'return', 'problem', 'refer'],
    ...['back', 'revise', 'said', 'note', 'flag', 'parked', 'callBack', 'resumed', 'channel', 'caller'],
  ])
    expect([kind, kinds.has(kind)]).toEqual([kind, true]);
  for (const each of prefixesOf(session)) {
    const now = await situation(kb, each);
    if (now.type === 'asking' && now.fact !== undefined)
      expect([now.fact, now.facts.has(now.fact)]).toEqual([now.fact, false]);
  }
}, 120_000);
