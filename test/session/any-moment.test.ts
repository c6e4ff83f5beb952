import { beforeAll, describe, expect, test } from '@jest/globals';
import { type KnowledgeBase, type Situation, situation, start, step, trail } from '../../src/index.js';
import { brief, play, playOn } from './play.js';
import { small } from './small-knowledge-base.js';

/** A situation that has to be a question. */
function question(now: Situation): Extract<Situation, { type: 'asking' }> {
  if (now.type !== 'asking') throw new Error(`It is ${now.type}.`);
  return now;
}

describe('a question that is put off', () => {
  const main = `
start: lamp
nodes:
  lamp:
    ask: Is the lamp on?
    answers: { yes: link, no: desk }
    unsure: { go: link }
  link: { ask: How?, fact: link, answers: { usb: cable, wifi: radio }, unsure: { go: radio } }
  cable: { ask: Is the cable in?, answers: { yes: stuck, no: stuck }, unsure: { go: stuck } }
  radio: { fault: far, unsolved: desk }
  stuck: { fault: stuck, unsolved: desk }
  desk: { refer: second-line, because: It is dead. }
faults:
  far: { name: Far, cause: network, explain: It is far away., fix: [{ say: Go nearer. }], verify: { ask: Better? } }
  stuck: { name: Stuck, cause: hardware, explain: It is stuck., fix: [{ say: Shake it. }], verify: { ask: Better? } }`;
  let kb: KnowledgeBase;
  beforeAll(async () => {
    kb = await small({ main });
  });

  test('goes on as if it were not known, is listed, and is asked again before the conclusion that it can change', async () => {
    const off = await play(kb, 'main', { later: 'the printer is upstairs' });
    expect(brief(off.now)).toBe('asking link');
    expect(off.now.postponed).toEqual([
      { tree: 'main', node: 'lamp', question: 'main/lamp#1', ask: 'Is the lamp on?', why: 'the printer is upstairs' },
    ]);
    const raised = await playOn(kb, off.session, { answer: 'wifi' });
    expect(brief(raised.now)).toBe('asking lamp');
    expect(question(raised.now).raised).toBe('the printer is upstairs');
    const far = await playOn(kb, raised.session, { answer: 'yes' });
    expect(brief(far.now)).toBe('isolated far');
    expect(far.now.postponed).toEqual([]);
    // Its answer stands where the question was, and leads elsewhere if it has to.
    const dead = await playOn(kb, raised.session, { answer: 'no' });
    expect(brief(dead.now)).toBe('referred second-line');
    expect(dead.now.facts.get('link')).toBeUndefined();
    expect(dead.session.events).toHaveLength(3);
  });

  test('is not asked again where it cannot change anything', async () => {
    const { now } = await play(kb, 'main', { answer: 'yes' }, { answer: 'usb' }, { later: 'it is dark there' });
    expect(brief(now)).toBe('isolated stuck');
  });

  test('is answered by what the caller tells on the way', async () => {
    const off = await play(kb, 'main', { answer: 'yes' }, { later: 'she asks her son' });
    expect(question(off.now).raised).toBe('she asks her son');
    const told = await playOn(kb, off.session, { tell: { link: 'usb' } });
    expect(brief(told.now)).toBe('asking cable');
    expect(told.session.events.at(-1)).toMatchObject({ revise: 1, to: { answer: 'usb' } });
  });

  test('cannot be put off a second time, but be left open with a reason; then it is not asked again', async () => {
    const raised = await play(kb, 'main', { later: 'upstairs' }, { answer: 'wifi' });
    const again = await step(kb, raised.session, { later: 'still upstairs' });
    expect(again.refused).toContain('put off before');
    expect(again.session).toBe(raised.session);
    for (const input of [{ skip: 'she cannot walk' }, { unsure: 'cant-check' }]) {
      const { now } = await playOn(kb, raised.session, input);
      expect(brief(now)).toBe('isolated far');
      expect(now.postponed).toEqual([]);
    }
  });

  test('what the agent does where it is asked again still stands when it is answered', async () => {
    const raised = await play(kb, 'main', { later: 'upstairs' }, { answer: 'wifi' });
    const there = await playOn(kb, raised.session, { jump: 'main/cable', why: 'a thought' }, { answer: 'yes' });
    expect(question(there.now).raised).toBe('upstairs');
    const back = await playOn(kb, there.session, { return: true });
    expect(question(back.now).raised).toBe('upstairs');
    const answered = await playOn(kb, back.session, { answer: 'yes' });
    expect(brief(answered.now)).toBe('isolated far');
    expect(answered.now.away).toEqual([]);
    const kinds = (await trail(kb, answered.session)).map(({ reason }) => reason.kind);
    expect(kinds).toEqual(['answered', 'answered', 'jumped', 'answered', 'came-back']);
  });

  test('a desk that the agent chooses does not wait for it; it stays listed', async () => {
    const { now } = await play(kb, 'main', { later: 'upstairs' }, { refer: 'security', why: 'odd' });
    expect(brief(now)).toBe('referred security');
    expect(now.postponed).toHaveLength(1);
  });

  test('steps and what is asked about them cannot be put off', async () => {
    const { session } = await play(kb, 'main', { answer: 'yes' }, { answer: 'wifi' }, { done: true });
    expect((await step(kb, session, { later: 'no time' })).refused).toContain('put off');
  });

  test('danger does not wait for it', async () => {
    const rules = `rules: [{ rule: fire, when: { fact: seen, operator: contains, value: smoke }, go: safe/out }]`;
    const safe = `start: out\nnodes:\n  out: { do: [{ say: Go out. }], then: end }\n  end: { refer: security, because: Fire. }`;
    const burning = await small({ main, safe }, rules);
    const { now } = await play(burning, 'main', { later: 'upstairs' }, { tell: { seen: ['smoke'] } }, { done: true });
    expect(brief(now)).toBe('referred security');
  });
});

describe('what was tried before', () => {
  const main = `
start: first
nodes:
  first: { ask: Is it on?, answers: { yes: restart, no: restart }, unsure: { go: restart } }
  restart: { do: [{ say: Save. }, { use: off-and-on }, { say: Look. }], then: cause }
  cause: { fault: loose, unsolved: desk }
  desk: { refer: second-line, because: It is dead. }
faults:
  loose:
    name: Loose
    cause: hardware
    explain: It is loose.
    tried: Did you push until it clicked?
    fix: [{ say: Push it., expect: It clicks. }]
    verify: { ask: Better? }`;
  const procedure = `procedure: off-and-on
title: Off and on
tried: Was it off for a whole minute?
steps: [{ say: Off. }, { say: On., expect: The lamp is on. }]`;
  const load = () => small({ main, 'procedures/off-and-on': procedure });

  test('can be said before its steps come: one question makes sure, then only those are passed', async () => {
    const kb = await load();
    const said = await play(kb, 'main', { tried: 'off-and-on' }, { answer: 'yes' });
    expect(brief(said.now)).toBe('doing restart 1/4');
    const sure = await playOn(kb, said.session, { done: true });
    expect(question(sure.now)).toMatchObject({ purpose: 'tried', say: 'Was it off for a whole minute?' });
    const passed = await playOn(kb, sure.session, { answer: 'yes' });
    expect(passed.now).toMatchObject({ type: 'doing', index: 1, steps: [{ say: 'Save.' }, { say: 'Look.' }] });
    const credited = (await trail(kb, passed.session)).filter(({ reason }) => reason.kind === 'tried');
    expect(credited).toHaveLength(1);
    for (const input of [{ answer: 'no' }, { unsure: 'dont-know' }, { skip: 'no time' }]) {
      const read = await playOn(kb, sure.session, input);
      expect(brief(read.now)).toBe('doing restart 2/4');
      // It is asked once: the same steps are not doubted a second time.
      expect(brief((await playOn(kb, read.session, { done: true })).now)).toBe('doing restart 3/4');
    }
  });

  test('a single step is passed alone', async () => {
    const kb = await load();
    const { now } = await play(kb, 'main', { answer: 'yes' }, { tried: 'step' }, { answer: 'yes' });
    expect(now).toMatchObject({ index: 0, steps: [{ say: 'Off.' }, { say: 'On.' }, { say: 'Look.' }] });
  });

  test('a fix that was done rightly goes to its verification, another is explained and read', async () => {
    const kb = await load();
    const found = await play(kb, 'main', { answer: 'yes' }, { skip: 'x' }, { skip: 'x' }, { skip: 'x' }, { skip: 'x' });
    expect(brief(found.now)).toBe('isolated loose');
    const sure = await playOn(kb, found.session, { tried: 'loose' });
    expect(question(sure.now).say).toBe('Did you push until it clicked?');
    expect(brief((await playOn(kb, sure.session, { answer: 'yes' })).now)).toBe('verify loose');
    expect(brief((await playOn(kb, sure.session, { answer: 'no' })).now)).toBe('isolated loose');
  });

  test('what is no step of anything is refused, and so is saying it twice', async () => {
    const kb = await load();
    const { session } = await play(kb, 'main', { tried: 'loose' });
    expect((await step(kb, session, { tried: 'loose' })).refused).toContain('noted already');
    expect((await step(kb, session, { tried: 'first' })).refused).toContain('No steps are called "first"');
    expect((await step(kb, session, { tried: 'step' })).refused).toContain('No steps are called "step"');
  });
});

describe('a step that cannot be undone', () => {
  const main = `
start: wipe
nodes:
  wipe: { do: [{ say: Sit down. }, { say: Delete it all., risky: true }, { say: Restart. }], then: cause }
  cause: { fault: old, unsolved: desk }
  desk: { refer: second-line, because: It is old. }
faults:
  old:
    name: Old
    cause: software
    explain: It is old.
    caution: Everything on it is lost.
    fix: [{ say: Install it anew., risky: true }, { say: Wait. }]
    verify: { ask: Better? }`;

  test('is read only when the caller has agreed, which is kept', async () => {
    const kb = await small({ main });
    const before = await play(kb, 'main', { done: true });
    expect(brief(before.now)).toBe('consent wipe');
    expect((await step(kb, before.session, { done: true })).refused).toContain('A question is open');
    const agreed = await playOn(kb, before.session, { answer: 'yes' });
    expect(brief(agreed.now)).toBe('doing wipe 2/3');
    expect((await trail(kb, agreed.session)).at(-1)?.reason).toMatchObject({
      kind: 'answered',
      value: 'yes',
      question: { purpose: 'consent', step: 1 },
      event: 1,
    });
  });

  test('without consent the steps that follow from it are passed; a fix counts as not done', async () => {
    const kb = await small({ main });
    const { session, now } = await play(kb, 'main', { done: true }, { answer: 'no' }, { done: true });
    expect(brief(now)).toBe('consent cause');
    expect(question(now).why).toBe('Everything on it is lost.');
    for (const input of [{ answer: 'no' }, { unsure: 'dont-know' }, { skip: 'the line is bad' }]) {
      const declined = await playOn(kb, session, input);
      expect(brief(declined.now)).toBe('referred second-line');
      expect(declined.now.faults.get('main/old')).toBe('found');
    }
  });
});

describe('a caller who does not understand', () => {
  const main = `
start: light
nodes:
  light:
    ask: Is the LED lit?
    if_confused: [The LED is a small lamp., "Look for a green or red dot.", { go: noise }]
    answers: { yes: done, no: desk }
    unsure: { go: desk }
  noise: { ask: Do you hear a fan?, answers: { yes: done, no: desk }, unsure: { go: desk } }
  done: { close: resolved }
  desk: { refer: second-line, because: It is dead. }`;

  test('hears simpler words, then is asked in another way', async () => {
    const kb = await small({ main });
    const one = await play(kb, 'main', { confused: true });
    expect([brief(one.now), one.now.confused]).toEqual(['asking light', 1]);
    const two = await playOn(kb, one.session, { confused: true });
    expect([brief(two.now), two.now.confused]).toEqual(['asking light', 2]);
    const other = await playOn(kb, two.session, { confused: true });
    expect([brief(other.now), other.now.confused]).toEqual(['asking noise', 0]);
    // Where there is no other way, it is kept and nothing moves.
    expect(brief((await playOn(kb, other.session, { confused: true }, { confused: true })).now)).toBe('asking noise');
    expect(brief((await playOn(kb, two.session, { answer: 'yes' })).now)).toBe('fixed');
  });
});

describe('elsewhere, and back', () => {
  const main = `
start: first
nodes:
  first: { ask: First?, answers: { yes: work, no: desk }, unsure: { go: desk } }
  work: { do: [{ say: One. }, { say: Two. }, { say: Three. }], then: inner }
  inner: { visit: other, then: last }
  last: { ask: Last?, answers: { yes: done, no: desk }, unsure: { go: desk } }
  done: { close: resolved }
  desk: { refer: second-line, because: It is dead. }`;
  const other = `
start: there
nodes:
  there: { ask: There?, fact: os, answers: { windows: over, macos: over, linux: over }, unsure: { go: over } }
  over: { close: resolved }`;

  test('comes back to the very step that a jump left, also from the end of another tree', async () => {
    const kb = await small({ main, other });
    const left = await play(kb, 'main', { answer: 'yes' }, { done: true }, { jump: 'other/there', why: 'a thought' });
    expect(brief(left.now)).toBe('asking there');
    expect(left.now.away).toEqual([expect.objectContaining({ tree: 'main', node: 'work' })]);
    const ended = await playOn(kb, left.session, { answer: 'linux' });
    expect(brief(ended.now)).toBe('fixed');
    for (const { session } of [left, ended]) {
      const back = await playOn(kb, session, { return: true });
      expect(brief(back.now)).toBe('doing work 2/3');
      expect(back.now.away).toEqual([]);
    }
    // What was learnt there is known here: the visit does not ask it again.
    const on = await playOn(kb, ended.session, { return: true }, { done: true }, { done: true });
    expect(brief(on.now)).toBe('asking last');
    expect((await step(kb, on.session, { return: true })).refused).toContain('no place to come back to');
  });

  test('comes back into the visit that it left', async () => {
    const kb = await small({ main, other });
    const inside = await play(kb, 'main', { answer: 'yes' }, { done: true }, { done: true }, { done: true });
    expect(inside.now.path).toHaveLength(1);
    const back = await playOn(kb, inside.session, { jump: 'main/first' }, { return: true });
    expect(brief(back.now)).toBe('asking there');
    expect(brief((await playOn(kb, back.session, { answer: 'linux' })).now)).toBe('asking last');
  });

  test('a second problem shares what is known; the first stays where it was', async () => {
    const kb = await small({ main, other });
    const second = await play(
      kb,
      'main',
      { answer: 'yes' },
      { done: true },
      { problem: 'other', words: 'and the other' },
    );
    expect(brief(second.now)).toBe('asking there');
    expect(second.now.problems).toEqual([
      { number: 0, tree: 'main', state: 'open' },
      { number: 1, tree: 'other', words: 'and the other', state: 'current' },
    ]);
    const solved = await playOn(kb, second.session, { answer: 'macos' });
    expect(brief(solved.now)).toBe('fixed');
    const first = await playOn(kb, solved.session, { problem: 0 });
    expect(brief(first.now)).toBe('doing work 2/3');
    expect(first.now.problems.map(({ state }) => state)).toEqual(['current', 'fixed']);
    expect(brief((await playOn(kb, first.session, { done: true }, { done: true })).now)).toBe('asking last');
    // An earlier answer that changes does not lose the other problem.
    const changed = await playOn(kb, solved.session, { revise: { node: 'main/first', answer: 'no' } });
    expect(changed.now.problems.map(({ state }) => state)).toEqual(['referred', 'fixed']);
    expect(changed.now.facts.get('os')?.value).toBe('macos');
  });

  test('what cannot be is refused in words', async () => {
    const kb = await small({ main, other });
    const { session } = await play(kb, 'main');
    for (const [problem, reason] of [
      ['main', 'open already, as problem 0'],
      ['nothing', 'There is no tree "nothing"'],
      [0, 'being dealt with'],
      [7, 'numbered from 0 to 0'],
    ] as const) {
      const stepped = await step(kb, session, { problem });
      expect(stepped.refused).toContain(reason);
      expect(stepped.session).toBe(session);
    }
  });
});

describe('a known issue', () => {
  const main = `
start: os
nodes:
  os: { ask: Which?, fact: os, answers: { windows: cause, macos: desk, linux: desk }, unsure: { go: desk } }
  cause: { fault: stuck, unsolved: desk }
  desk: { refer: second-line, because: It is dead. }
faults:
  stuck: { name: Stuck, cause: software, explain: It is stuck., fix: [{ say: Shake it. }], verify: { ask: Better? } }`;
  const overlays = (text: string) => ({ main, overlays: `overlays: [${text}]` });
  const outage =
    '{ issue: outage, title: The mail is down, from: 2026-11-01, until: 2026-11-30, trees: [main], ask: Is it the mail?, explain: The mail is down for all., workaround: Use the web page. }';
  const on = (kb: KnowledgeBase, at?: string) => start(kb, { tree: 'main', ...(at === undefined ? {} : { at }) });

  test('is asked about before anything else on its days, once; it can be all there is', async () => {
    const kb = await small(overlays(outage));
    const session = on(kb, '2026-11-30T23:00:00Z');
    const now = await situation(kb, session);
    expect(brief(now)).toBe('issue outage');
    const known = await playOn(kb, session, { answer: 'yes' });
    expect(known.now).toMatchObject({
      type: 'closed',
      issue: 'outage',
      say: 'The mail is down for all. Use the web page.',
    });
    for (const input of [{ answer: 'no' }, { unsure: 'dont-know' }, { skip: 'no' }])
      expect(brief((await playOn(kb, session, input)).now)).toBe('asking os');
    for (const day of ['2026-10-31T10:00:00Z', '2026-12-01T10:00:00Z', undefined])
      expect(brief(await situation(kb, on(kb, day)))).toBe('asking os');
  });

  test('with a condition it is left out where that is false; without a tree it waits until it is true', async () => {
    const when = '{ fact: os, operator: equal, value: windows }';
    const bound = await small(
      overlays(
        `{ issue: bad, title: A bad update, trees: [main], when: ${when}, ask: Is it that?, explain: Wait., on_match: { refer: security } }`,
      ),
    );
    expect(brief((await play(bound, 'main')).now)).toBe('issue bad');
    expect(brief((await play(bound, 'main', { answer: 'yes' })).now)).toBe('referred security');
    const told = await step(bound, start(bound, { tree: 'main' }), { tell: { os: 'macos' } });
    expect(brief(told.situation)).toBe('referred second-line');
    const free = await small(
      overlays(`{ issue: bad, title: A bad update, when: ${when}, ask: Is it that?, explain: Wait., on_match: go_on }`),
    );
    expect(brief((await play(free, 'main')).now)).toBe('asking os');
    const asked = await play(free, 'main', { answer: 'windows' });
    expect(brief(asked.now)).toBe('issue bad');
    const on = await playOn(free, asked.session, { answer: 'yes' });
    expect([brief(on.now), on.now.warnings]).toEqual(['isolated stuck', ['A bad update. Wait.']]);
  });

  test('of a fault it is asked about before that fault is explained', async () => {
    const kb = await small(
      overlays('{ issue: bad, title: A bad update, faults: [main/stuck], ask: Is it that?, explain: Wait. }'),
    );
    expect(brief((await play(kb, 'main')).now)).toBe('asking os');
    const found = await play(kb, 'main', { answer: 'windows' });
    expect(brief(found.now)).toBe('issue bad');
    expect(brief((await playOn(kb, found.session, { answer: 'no' })).now)).toBe('isolated stuck');
  });
});

test('what is only recorded changes nothing, and a wrong remark is refused', async () => {
  const kb = await small({
    main: 'start: a\nnodes:\n  a: { ask: A?, answers: { yes: b }, unsure: { go: b } }\n  b: { close: resolved }',
  });
  const { session, now } = await play(kb, 'main');
  for (const input of [
    { flag: 'the lamp is blue here' },
    { parked: 'lunch', callBack: '2026-11-30T14:00:00Z', agent: 'Ali' },
    { resumed: '' },
    { channel: 'email' as const },
    { caller: 'Mrs Smith' },
    { contact: 'extension 17' },
    { account: 'smith-17' },
    { device: 'LAPTOP-17' },
    { note: 'by somebody else', agent: 'Eva' },
    { promised: 'a call back', by: '2026-11-30T14:00:00Z' },
    { abandoned: 'the line broke' },
    { satisfaction: 1 },
  ]) {
    const stepped = await step(kb, session, input, '2026-11-22T10:00:00Z');
    expect(stepped.refused).toBeUndefined();
    expect(stepped.situation).toEqual(now);
    expect(stepped.session.events).toHaveLength(1);
  }
  for (const [input, reason] of [
    [{ parked: 'lunch', callBack: 'soon' }, 'is a time'],
    [{ parked: '' }, 'is a text'],
    [{ channel: 'telegraph' }, 'phone, chat, email'],
    [{ flag: '' }, 'is a text'],
    [{ caller: 3 }, 'is a text'],
    [{ resumed: 3 }, 'name of the agent'],
    [{ contact: ' ' }, 'is a text'],
    [{ note: 'x', agent: 3 }, 'is a name'],
    [{ promised: 'a call', by: 'soon' }, 'is a time'],
    [{ abandoned: '' }, 'is a text'],
    [{ satisfaction: 6 }, 'from 1'],
    [{ satisfaction: '5' }, 'from 1'],
  ] as const) {
    const stepped = await step(kb, session, input as never);
    expect(stepped.refused).toContain(reason);
    expect(stepped.session).toBe(session);
  }
});

test.each(['tried', 'jump', 'refer', 'problem', 'note', 'later', 'skip', 'flag', 'back', 'return', 'done', 'tell'])(
  '"%s" of any kind that it cannot be is refused, and changes nothing',
  async (kind) => {
    const kb = await small({
      main: 'start: a\nnodes:\n  a: { ask: A?, answers: { yes: b }, unsure: { go: b } }\n  b: { close: resolved }',
    });
    const { session } = await play(kb, 'main');
    for (const value of [
      undefined,
      null,
      Number.NaN,
      true,
      [],
      ['0'],
      {},
      { toString: 1 },
      Symbol('x'),
      'x'.repeat(10_001),
    ]) {
      if (value === true && ['back', 'return', 'done'].includes(kind)) continue;
      const stepped = await step(kb, session, { [kind]: value } as never);
      expect([kind, value, stepped.refused]).toEqual([kind, value, expect.any(String)]);
      expect(stepped.session).toBe(session);
    }
  },
);
