import { describe, expect, test } from '@jest/globals';
import {
  type Preview,
  parseSession,
  preview,
  previewOf,
  reopen,
  type Session,
  situation,
  start,
  step,
  trail,
} from '../../src/index.js';
import { brief, play, playOn } from './play.js';
import { small } from './small-knowledge-base.js';

const tree = `
start: power
nodes:
  power: { ask: Power?, answers: { "on": link, "off": socket }, unsure: { go: socket } }
  socket: { ask: Socket?, answers: { live: link, dead: desk }, unsure: { go: desk } }
  link: { ask: Link?, fact: link, answers: { usb: cable, wifi: fix }, unsure: { go: fix } }
  cable: { ask: Cable in?, answers: { yes: fix, no: fix }, unsure: { go: fix } }
  fix: { do: [{ say: Push the plug., when: { fact: os, operator: equal, value: windows } }, { say: Wait. }], then: better }
  better: { ask: Better?, answers: { yes: done, no: desk }, unsure: { go: desk } }
  done: { close: resolved }
  desk: { refer: second-line, because: It needs a look. }`;

const whole = [
  { answer: 'on' },
  { answer: 'usb' },
  { answer: 'yes' },
  { answer: 'windows' },
  { done: true },
  { done: true },
  { answer: 'no' },
] as const;

async function seen(preview: Promise<Preview | { readonly refused: string }>): Promise<Preview> {
  const found = await preview;
  if ('refused' in found) throw new Error(found.refused);
  return found;
}

describe('back', () => {
  test('takes back the last thing, and what followed from it', async () => {
    const kb = await small({ main: tree });
    const { session } = await play(kb, 'main', ...whole.slice(0, 3));
    const there = await playOn(kb, session, { back: true });
    expect(brief(there.now)).toBe('asking cable');
    const start = await playOn(kb, there.session, { back: true }, { back: true });
    expect(brief(start.now)).toBe('asking power');
    expect((await step(kb, start.session, { back: true })).refused).toMatch('nothing to go back to');
    expect(start.session.events).toHaveLength(6);
  });

  test('after a change restores what was changed', async () => {
    const kb = await small({ main: tree });
    const { session, now } = await play(kb, 'main', ...whole);
    const { now: then } = await playOn(kb, session, { revise: { node: 'power', answer: 'off' } }, { back: true });
    expect(then).toEqual(now);
  });

  test('passes over notes, which are kept', async () => {
    const kb = await small({ main: tree });
    const { session, now } = await play(kb, 'main', { answer: 'on' }, { note: 'angry' }, { back: true });
    expect(brief(now)).toBe('asking power');
    expect(session.events[1]).toEqual({ note: 'angry' });
  });
});

describe('changing an earlier answer', () => {
  test('keeps every later one that still applies', async () => {
    const kb = await small({ main: tree });
    const { session } = await play(kb, 'main', ...whole);
    const changed = await playOn(kb, session, { revise: { node: 'power', answer: 'off' } });
    expect(brief(changed.now)).toBe('asking socket');
    const { now, session: last } = await playOn(kb, changed.session, { answer: 'live' });
    expect(brief(now)).toBe('referred second-line');
    expect((await trail(kb, last)).filter(({ reason }) => reason.kind === 'answered')).toHaveLength(6);
  });

  test('previews what is kept, asked again and dropped, and changes nothing', async () => {
    const kb = await small({ main: tree });
    const { session } = await play(kb, 'main', ...whole);
    const {
      kept,
      again,
      dropped,
      situation: then,
    } = await seen(preview(kb, session, { node: 'link', answer: 'wifi' }));
    expect(kept.map(({ question }) => question)).toEqual([
      'fact:os#1',
      'main/fix#1:step0',
      'main/fix#1:step1',
      'main/better#1',
    ]);
    expect(again).toEqual([]);
    expect(dropped.map(({ question, reply }) => [question, reply])).toEqual([['main/cable#1', 'yes']]);
    expect(brief(then)).toBe('referred second-line');
    expect(brief(await situation(kb, session))).toBe('referred second-line');
  });

  test('what was done under another condition is asked again', async () => {
    const kb = await small({
      main: `
start: cause
nodes:
  cause: { fault: loose, unsolved: desk }
  desk: { refer: second-line, because: It needs a look. }
faults:
  loose:
    name: Loose
    cause: hardware
    explain: It is loose.
    fix: [{ say: On Windows., when: { fact: os, operator: equal, value: windows } }, { say: Always. }]
    verify: { ask: Better? }`,
    });
    const { session } = await play(
      kb,
      'main',
      { answer: 'windows' },
      { done: true },
      { done: true },
      { done: true },
      { answer: 'no' },
    );
    const { kept, again, dropped, situation: then } = await seen(preview(kb, session, { node: 'os', answer: 'macos' }));
    expect(brief(then)).toBe('verify loose');
    expect(kept.map(({ question }) => question)).toEqual(['main/cause#1:found', 'main/cause#1:step1']);
    expect(dropped.map(({ question }) => question)).toEqual(['main/cause#1:step0']);
    expect(again.map(({ reply }) => reply)).toEqual(['no']);
  });

  test('to the same answer changes nothing', async () => {
    const kb = await small({ main: tree });
    const { session, now } = await play(kb, 'main', ...whole);
    expect((await playOn(kb, session, { revise: { node: 'link', answer: 'usb' } })).now).toEqual(now);
  });

  test('to not knowing, and from it, works as well', async () => {
    const kb = await small({ main: tree });
    const { session } = await play(kb, 'main', ...whole);
    const unsure = await playOn(kb, session, { revise: { node: 'main/power', unsure: 'cant-check' } });
    expect(brief(unsure.now)).toBe('asking socket');
    const known = await playOn(kb, unsure.session, { revise: { node: 'power', answer: 'on' } });
    expect(brief(known.now)).toBe('referred second-line');
  });

  test('telling a fact differently is a change of the answer that gave it', async () => {
    const kb = await small({ main: tree });
    const { session } = await play(kb, 'main', ...whole);
    const { dropped } = await seen(previewOf(kb, session, { tell: { link: 'wifi' } }));
    expect(dropped.map(({ question }) => question)).toEqual(['main/cable#1']);
    const { session: changed, now } = await playOn(kb, session, { tell: { link: 'wifi' } });
    expect(now.facts.get('link')?.value).toBe('wifi');
    expect(changed.events.at(-1)).toMatchObject({ revise: 1, to: { answer: 'wifi' } });
    expect((await step(kb, changed, { tell: { link: 'wifi' } })).refused).toMatch('known already');
  });

  test('several facts that were told at once can be corrected at once', async () => {
    const kb = await small({ main: tree });
    const { session } = await play(kb, 'main', { tell: { link: 'usb', os: 'windows', model: 'X' } });
    const { now } = await playOn(kb, session, { tell: { link: 'wifi', os: 'macos', memory: 8 } });
    expect([...now.facts].map(([name, { value }]) => [name, value])).toEqual([
      ['link', 'wifi'],
      ['os', 'macos'],
      ['model', 'X'],
      ['memory', 8],
    ]);
  });

  test('a question that was passed because its fact was told is changed where it was told', async () => {
    const kb = await small({ main: tree });
    const { session } = await play(kb, 'main', { tell: { link: 'usb', model: 'X' } }, { answer: 'on' });
    const { now } = await playOn(kb, session, { revise: { node: 'link', answer: 'wifi' } });
    expect(now.facts.get('link')?.value).toBe('wifi');
    expect(now.facts.get('model')?.value).toBe('X');
    expect(brief(now)).toBe('asking fact:os');
  });

  test('that does not fit is refused', async () => {
    const kb = await small({ main: tree });
    const { session } = await play(kb, 'main', ...whole);
    expect(await preview(kb, session, { node: 'power', answer: 'perhaps' })).toEqual({
      refused: expect.stringContaining('on, off'),
    });
  });
});

describe('a session', () => {
  test('is plain JSON', async () => {
    const kb = await small({ main: tree });
    const { session, now } = await play(
      kb,
      'main',
      ...whole,
      { note: 'x' },
      { revise: { node: 'link', answer: 'wifi' } },
      { back: true },
    );
    const parsed = parseSession(JSON.stringify(session));
    if ('reason' in parsed) throw new Error(parsed.reason);
    expect(await situation(kb, parsed.session)).toEqual(now);
  });

  test.each<[string, string]>([
    ['', 'not JSON'],
    ['[]', 'not an object'],
    ['{"format":2}', 'format'],
    ['{"format":1,"tree":"main","knowledge":3}', 'knowledge'],
    ['{"format":1,"tree":"main","knowledge":"x","events":[{"answer":"on"}]}', 'event 0'],
    [
      '{"format":1,"tree":"main","knowledge":"x","events":[{"revise":0,"to":{"answer":"x","question":"y"}}]}',
      'event 0',
    ],
    ['{"format":1,"tree":"main","knowledge":"x","events":[{"back":true},{"back":1}]}', 'event 1'],
  ])('%s is not one', (text, reason) => {
    expect(parseSession(text)).toEqual({ reason: expect.stringContaining(reason) });
  });

  test('belongs to a version of the knowledge base', async () => {
    const kb = await small({ main: tree });
    const other = await small({ main: tree.replace('Power?', 'Is there power?') });
    const session = start(kb, { tree: 'main' });
    await expect(situation(other, session)).rejects.toThrow('reopen');
    const reopened = await reopen(other, session, '2026-01-01T00:00:00Z');
    expect(reopened.unfit).toEqual([]);
    expect(reopened.situation).toMatchObject({ type: 'asking', ask: 'Is there power?' });
  });

  test('opened against a changed one is replayed, and says what no longer fits', async () => {
    const kb = await small({ main: tree });
    const { session } = await play(kb, 'main', ...whole.slice(0, 3));
    const changed = await small({
      main: tree.replace(
        '  cable: { ask: Cable in?, answers: { yes: fix, no: fix }',
        '  cable: { ask: Cable?, answers: { loose: fix, firm: fix }',
      ),
    });
    const { session: pinned, unfit, situation: now } = await reopen(changed, session);
    expect(unfit.map(({ question, reply }) => [question, reply])).toEqual([['main/cable#1', 'yes']]);
    expect(brief(now)).toBe('asking cable');
    expect(pinned.events.slice(0, 3)).toEqual(session.events);
    expect(pinned.knowledge).toBe(changed.hash);
    expect(pinned.events.at(-1)).toEqual({ reopened: changed.hash });
    const again: Session = JSON.parse(JSON.stringify(pinned));
    expect(brief((await playOn(changed, again, { answer: 'firm' })).now)).toBe('asking fact:os');
  });

  test('facts that were told and have no place any more are told too, and the others still hold', async () => {
    const kb = await small({ main: tree });
    const { session } = await play(kb, 'main', { tell: { link: 'wifi', os: 'macos' } });
    const strange: Session = {
      ...session,
      events: [{ tell: { link: 'carrier-pigeon', os: 'macos', gone: 'x' }, source: 'caller' }],
    };
    const now = await situation(kb, strange);
    expect([...now.facts.keys()]).toEqual(['os']);
    const changed = await small({ main: tree.replace('Power?', 'Is there power?') });
    const { unfit } = await reopen(changed, strange);
    expect(unfit.map(({ act }) => 'tell' in act && act.tell)).toEqual([{ link: 'carrier-pigeon', gone: 'x' }]);
  });
});
