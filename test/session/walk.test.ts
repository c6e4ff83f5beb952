import { describe, expect, test } from '@jest/globals';
import {
  ahead,
  how,
  type Move,
  missing,
  moveInWords,
  type Session,
  start,
  step,
  trail,
  whyNot,
} from '../../src/index.js';
import { brief, play, playOn } from './play.js';
import { small } from './small-knowledge-base.js';

const end = `
  done: { close: resolved }
  desk: { refer: second-line, because: It needs a look., collect: [os, model] }`;

describe('named facts', () => {
  const tree = `
start: first
nodes:
  first: { ask: Which system?, fact: os, answers: { windows: second, macos: second, linux: done }, unsure: { refer: second-line } }
  second: { ask: Again which system?, fact: os, answers: { windows: other, macos: done, linux: done }, unsure: { go: other } }
  other: { visit: two, then: third }
  third: { ask: All well?, answers: { yes: done, no: desk }, unsure: skip, then: desk }
${end}`;
  const two = `
start: one
nodes:
  one: { ask: System?, fact: os, answers: { windows: ask, macos: ask, linux: ask }, unsure: { go: ask } }
  ask: { ask: And?, answers: { yes: out, no: out }, unsure: { go: out } }
  out: { close: resolved }`;

  test('are asked once, also in another tree', async () => {
    const kb = await small({ main: tree, two });
    const { now, session } = await play(kb, 'main', { answer: 'windows' });
    expect(brief(now)).toBe('asking ask');
    const passed = (await trail(kb, session)).filter(({ reason }) => reason.kind === 'known');
    expect(passed.map(({ tree, node, reason }) => [tree, node, 'source' in reason && reason.source])).toEqual([
      ['main', 'second', 'caller'],
      ['two', 'one', 'caller'],
    ]);
    const back = await playOn(kb, session, { answer: 'no' });
    expect(brief(back.now)).toBe('asking third');
    expect(back.now.path).toEqual([]);
  });

  test('that are volunteered are not asked at all', async () => {
    const kb = await small({ main: tree, two });
    const { now } = await play(kb, 'main', { tell: { os: 'linux' } });
    expect(brief(now)).toBe('fixed');
  });

  test('that are not known are not asked again either', async () => {
    const kb = await small({ main: tree.replace('unsure: { refer: second-line }', 'unsure: { go: second }'), two });
    const { now, session } = await play(kb, 'main', { unsure: 'cant-check' });
    expect(brief(now)).toBe('asking ask');
    expect((await trail(kb, session)).filter(({ reason }) => reason.kind === 'known-unsure')).toHaveLength(2);
  });

  test('can be told while the question about them is open, and are then passed', async () => {
    const kb = await small({ main: tree, two });
    const { now } = await play(kb, 'main', { tell: { model: 'X 100' } }, { tell: { os: 'windows' } });
    expect(brief(now)).toBe('asking ask');
    expect(now.facts.get('model')).toMatchObject({ value: 'X 100', source: 'caller', event: 0 });
  });
});

describe('conditions', () => {
  const trap = (branch: string): string => `
start: choose
nodes:
  choose:
    decide:
      - { when: ${branch}, go: desk }
      - otherwise: done
${end}`;

  test.each([
    ['notEqual', '{ fact: quiet, operator: notEqual, value: a }'],
    ['not equal', '{ not: { fact: quiet, operator: equal, value: a } }'],
    ['notIn', '{ fact: quiet, operator: notIn, value: [a] }'],
  ])('%s does not fire on a fact that nobody answered', async (_, condition) => {
    const kb = await small({ main: trap(condition) });
    expect(brief((await play(kb, 'main')).now)).toBe('fixed');
    expect(brief((await play(kb, 'main', { tell: { model: 'x' } })).now)).toBe('fixed');
  });

  test('a misspelt fact is a diagnostic, not a condition that fires', async () => {
    await expect(small({ main: trap('{ fact: quite, operator: notEqual, value: a }') })).rejects.toThrow(
      'unknown-fact',
    );
  });

  test('what a condition needs is asked by its usual question, and only as far as it matters', async () => {
    const condition =
      '{ all: [{ fact: os, operator: equal, value: windows }, { fact: os.version, operator: greaterThan, value: 10 }] }';
    const kb = await small({ main: trap(condition) });
    const first = await play(kb, 'main');
    expect(brief(first.now)).toBe('asking fact:os');
    expect(brief((await playOn(kb, first.session, { answer: 'macos' })).now)).toBe('fixed');
    const second = await playOn(kb, first.session, { answer: 'windows' });
    expect(brief(second.now)).toBe('asking fact:os.version');
    expect(brief((await playOn(kb, second.session, { answer: '11' })).now)).toBe('referred second-line');
    expect(brief((await playOn(kb, second.session, { answer: 10 })).now)).toBe('fixed');
    expect(brief((await playOn(kb, second.session, { unsure: 'declined' })).now)).toBe('fixed');
  });

  test('the first true one in written order wins', async () => {
    const kb = await small({
      main: `
start: os
nodes:
  os: { ask: Which?, fact: os, then: choose, unsure: skip }
  choose:
    decide:
      - { when: { fact: os, operator: in, value: [windows, linux] }, go: done }
      - { when: { fact: os, operator: equal, value: windows }, go: desk }
      - otherwise: desk
${end}`,
    });
    expect(brief((await play(kb, 'main', { answer: 'windows' })).now)).toBe('fixed');
    expect(brief((await play(kb, 'main', { answer: 'macos' })).now)).toBe('referred second-line');
  });
});

describe('facts that fade', () => {
  test('are asked afresh after a step', async () => {
    const kb = await small({
      main: `
start: online
nodes:
  online: { ask: Online?, fact: online, answers: { yes: done, no: restart }, unsure: { go: restart } }
  restart: { do: [{ say: Restart it. }, { say: Wait. }], then: online }
${end}`,
    });
    const { session, now } = await play(kb, 'main', { answer: 'no' }, { done: true });
    expect(brief(now)).toBe('doing restart 2/2');
    expect(now.facts.has('online')).toBe(false);
    const again = await playOn(kb, session, { done: true });
    expect(brief(again.now)).toBe('asking online');
    expect(again.now.question).toBe('fact:online#2');
    expect(brief((await playOn(kb, again.session, { answer: 'yes' })).now)).toBe('fixed');
  });
});

describe('questions without a fact', () => {
  test('belong to their visit: the n-th visit is asked anew', async () => {
    const kb = await small({
      main: `
start: more
nodes:
  more: { ask: Once more?, answers: { yes: more, no: done }, unsure: { go: desk } }
${end}`,
    });
    const { now } = await play(kb, 'main', { answer: 'yes' }, { answer: 'yes' });
    expect(now.question).toBe('main/more#3');
  });
});

test('a loop in which nobody would be asked again is a diagnostic, also one by not knowing', async () => {
  const tree = `
start: os
nodes:
  os: { ask: Which?, fact: os, answers: { windows: done, macos: done, linux: done }, unsure: { go: choose } }
  choose: { decide: [{ when: { fact: quiet, operator: equal, value: a }, go: done }, { otherwise: os }] }
${end.replace(/ {2}desk.*/, '')}`;
  await expect(small({ main: tree })).rejects.toThrow('loop-without-question');
});

describe('visits', () => {
  test('nest, come back in order, and keep what was learnt', async () => {
    const level = (next: string | undefined): string => `
start: here
nodes:
  here: { ask: Here?, answers: { yes: ${next === undefined ? 'out' : 'deeper'}, no: out }, unsure: { go: out } }
${next === undefined ? '' : `  deeper: { visit: ${next}, then: after }\n  after: { ask: After?, answers: { yes: out }, unsure: { go: out } }`}
  out: { close: ${next === undefined ? 'unresolved' : 'resolved'} }`;
    const kb = await small({ one: level('two'), two: level('three'), three: level(undefined) });
    const { session, now } = await play(kb, 'one', { answer: 'yes' }, { answer: 'yes' });
    expect(now.path.map(({ tree, node }) => `${tree}/${node}`)).toEqual(['one/deeper', 'two/deeper']);
    const two = await playOn(kb, session, { answer: 'no' });
    expect([two.now.tree, two.now.node]).toEqual(['two', 'after']);
    const one = await playOn(kb, two.session, { answer: 'yes' });
    expect([one.now.tree, one.now.node]).toEqual(['one', 'after']);
    expect(brief((await playOn(kb, one.session, { answer: 'yes' })).now)).toBe('fixed');
  });

  describe('of a tree that the call is inside go back to it', () => {
    const one = (then: string): string => `
start: here
nodes:
  here: { ask: Here?, answers: { yes: deeper, no: out }, unsure: { go: out } }
  deeper: { visit: two, then: ${then} }
  after: { ask: After?, answers: { yes: out }, unsure: { go: out } }
  out: { close: resolved }`;
    const level = (next: string): string => `
start: here
nodes:
  here: { ask: Here?, answers: { yes: deeper, no: out }, unsure: { go: out } }
  deeper: { visit: ${next}, then: after }
  after: { ask: After?, answers: { yes: out }, unsure: { go: out } }
  out: { close: resolved }`;
    const yes = { answer: 'yes' } as const;

    test('to what follows the visit that left it, and nothing there is asked again', async () => {
      const kb = await small({ one: one('after'), two: level('one') });
      const { session, now } = await play(kb, 'one', yes, yes);
      expect([now.tree, now.node, now.path]).toEqual(['one', 'after', []]);
      const moves = await trail(kb, session);
      expect(moves.map(({ tree, node, reason }) => `${tree}/${node} ${reason.kind}`)).toEqual([
        'one/here answered',
        'one/deeper visited',
        'two/here answered',
        'two/deeper inside',
        'one/deeper returned',
      ]);
      expect(moveInWords(kb, new Map(), moves[3] as Move)).toBe('Back to: The tree one');
      expect(brief((await playOn(kb, session, yes)).now)).toBe('fixed');
    });

    test('and what is said to lie ahead lies there, and nothing of a second entry', async () => {
      const kb = await small({ one: one('after'), two: level('one') });
      const { session } = await play(kb, 'one', yes);
      expect((await ahead(kb, session)).map(({ key }) => key)).toEqual(['one/after#1']);
      const closing = await small({ one: one('out'), two: level('one') });
      const there = await play(closing, 'one', yes);
      expect((await ahead(closing, there.session)).map(({ key }) => key)).toEqual([]);
    });

    test('past the visits between, and the visits outside stay', async () => {
      const kb = await small({ zero: level('one'), one: one('after'), two: level('three'), three: level('one') });
      const { now } = await play(kb, 'zero', yes, yes, yes, yes);
      expect([now.tree, now.node]).toEqual(['one', 'after']);
      expect(now.path.map(({ tree, node }) => `${tree}/${node}`)).toEqual(['zero/deeper']);
    });

    test('a tree that visits itself goes on', async () => {
      const kb = await small({ one: level('one') });
      const { now } = await play(kb, 'one', yes);
      expect([now.tree, now.node, now.path]).toEqual(['one', 'after', []]);
    });

    test('where it would then end as resolved, though nothing was mended, the call is referred', async () => {
      const kb = await small({ one: one('out'), two: level('one') });
      const { now } = await play(kb, 'one', yes, yes);
      expect(now).toMatchObject({ type: 'referred', desk: kb.defaultDesk });
      expect(now.type === 'referred' && now.because).toContain('leads back to "one"');
      expect(brief((await play(kb, 'one', yes, { answer: 'no' })).now)).toBe('fixed');
    });
  });

  test('a tree that could not be loaded is passed over with a warning', async () => {
    const kb = await small({
      main: `
start: go
nodes:
  go: { visit: other, then: done }
${end.replace(/ {2}desk.*/, '')}`,
      other: `
start: out
nodes:
  out: { close: resolved }`,
    });
    const without = { ...kb, trees: new Map([...kb.trees].filter(([id]) => id !== 'other')) };
    const { now } = await play(without, 'main');
    expect(brief(now)).toBe('fixed');
    expect(now.warnings).toEqual([expect.stringContaining('"other"')]);
  });
});

describe('not knowing', () => {
  test('leads on by kind', async () => {
    const kb = await small({
      main: `
start: lamp
nodes:
  lamp:
    ask: Is it on?
    answers: { yes: yes-way, no: no-way }
    then: skipped
    unsure: { dont-know: { treat_as: "no" }, cant-check: skip, not-applicable: { go: yes-way }, declined: { refer: security } }
  yes-way: { ask: Yes?, answers: { x: done }, unsure: skip, then: done }
  no-way: { ask: No?, answers: { x: done }, unsure: skip, then: done }
  skipped: { ask: Skipped?, answers: { x: desk }, unsure: skip, then: desk }
${end}`,
    });
    const at = async (unsure: string): Promise<string> => brief((await play(kb, 'main', { unsure })).now);
    expect(await at('dont-know')).toBe('asking no-way');
    expect(await at('cant-check')).toBe('asking skipped');
    expect(await at('not-applicable')).toBe('asking yes-way');
    expect(await at('declined')).toBe('referred security');
  });

  test('a question that is skipped with a reason keeps the reason', async () => {
    const kb = await small({
      main: `
start: lamp
nodes:
  lamp: { ask: Is it on?, answers: { yes: done }, unsure: { go: desk } }
${end}`,
    });
    const { session, now } = await play(kb, 'main', { skip: 'no time' });
    expect(brief(now)).toBe('referred second-line');
    expect((await trail(kb, session))[0]?.reason).toMatchObject({ kind: 'skipped', why: 'no time' });
  });
});

describe('faults', () => {
  const tree = `
start: choose
nodes:
  choose: { ask: Which?, answers: { one: first, two: second, none: broken }, unsure: { go: first } }
  first: { fault: loose, unsolved: second }
  second: { fault: paused, unsolved: choose, partly: still }
  still: { ask: What is left?, answers: { little: first, nothing: done }, unsure: { go: desk } }
  broken: { fault: dead, unsolved: desk }
${end}
faults:
  loose:
    name: A loose plug
    cause: hardware
    explain: The plug is loose.
    fix:
      - { when: { fact: os, operator: equal, value: windows }, say: Push it in on Windows. }
      - { when: { fact: os, operator: equal, value: macos }, say: Push it in on a Mac. }
      - { say: Look at the lamp. }
    verify: { ask: Does it work? }
  paused: { name: Paused, cause: settings, explain: It is paused., fix: [{ say: Start it. }], verify: { ask: Does it print? }, prevent: Do not pause it. }
  dead: { name: Dead, cause: hardware, explain: It is dead. }`;

  test('are explained, mended and verified', async () => {
    const kb = await small({ main: tree });
    const first = await play(kb, 'main', { answer: 'two' });
    expect(brief(first.now)).toBe('isolated paused');
    const { now } = await playOn(kb, first.session, { done: true }, { done: true }, { answer: 'yes' });
    expect(now).toMatchObject({ type: 'fixed', mended: ['main/paused'], prevent: ['Do not pause it.'] });
  });

  test('the steps that apply are settled before the fix, asking what they need', async () => {
    const kb = await small({ main: tree });
    const first = await play(kb, 'main', { answer: 'one' });
    expect(brief(first.now)).toBe('asking fact:os');
    const mac = await playOn(kb, first.session, { answer: 'macos' }, { done: true });
    expect(mac.now).toMatchObject({
      type: 'doing',
      steps: [{ say: 'Push it in on a Mac.' }, { say: 'Look at the lamp.' }],
    });
    const unknown = await playOn(kb, first.session, { unsure: 'dont-know' }, { done: true });
    expect(unknown.now).toMatchObject({ type: 'doing', steps: [{ say: 'Look at the lamp.' }] });
  });

  test('that a fix did not help are ruled out, and not offered again', async () => {
    const kb = await small({ main: tree });
    const tried = await play(kb, 'main', { answer: 'two' }, { done: true }, { done: true }, { answer: 'no' });
    expect(brief(tried.now)).toBe('asking choose');
    expect(tried.now.faults.get('main/paused')).toBe('ruled-out');
    const { now, session } = await playOn(kb, tried.session, { answer: 'two' });
    expect(brief(now)).toBe('asking choose');
    expect((await trail(kb, session)).map(({ reason }) => reason.kind)).toContain('already-tried');
  });

  test('a fix that helps only partly leads on, and the fault is not ruled out', async () => {
    const kb = await small({ main: tree });
    const partly = await play(kb, 'main', { answer: 'two' }, { done: true }, { done: true }, { answer: 'partly' });
    expect(brief(partly.now)).toBe('asking still');
    const { now } = await playOn(
      kb,
      partly.session,
      { answer: 'little' },
      { answer: 'macos' },
      { done: true },
      { done: true },
      { done: true },
      { answer: 'yes' },
    );
    expect(now.type).toBe('fixed');
    expect([...now.faults]).toEqual([
      ['main/paused', 'partly'],
      ['main/loose', 'fixed'],
    ]);
  });

  test('a fix that nobody can check is neither solved nor ruled out', async () => {
    const kb = await small({ main: tree });
    const { now } = await play(kb, 'main', { answer: 'two' }, { done: true }, { done: true }, { unsure: 'cant-check' });
    expect(now.faults.get('main/paused')).toBe('unverified');
  });

  test('without a fix are explained and lead on as found', async () => {
    const kb = await small({ main: tree });
    const first = await play(kb, 'main', { answer: 'none' });
    expect(first.now).toMatchObject({ type: 'isolated', fault: 'dead', steps: [] });
    const { now } = await playOn(kb, first.session, { done: true });
    expect(now).toMatchObject({ type: 'referred', collect: [{ fact: 'os' }, { fact: 'model' }] });
    expect(now.faults.get('main/dead')).toBe('found');
  });
});

describe('what was tried before the call', () => {
  const tree = `
start: restart
nodes:
  restart: { do: [{ use: off-and-on }, { say: Wait. }], then: cause }
  cause: { fault: loose, unsolved: dead }
  dead: { fault: dead, unsolved: desk }
${end}
faults:
  loose: { name: Loose, cause: hardware, explain: It is loose., fix: [{ say: Push it. }, { say: Look. }], verify: { ask: Better? } }
  dead: { name: Dead, cause: hardware, explain: It is dead. }`;
  const procedure = 'procedure: off-and-on\ntitle: Off and on\nsteps: [{ say: Off. }, { say: On. }]';

  test('is passed, and a fix is verified at once', async () => {
    const kb = await small({ main: tree, 'procedures/off-and-on': procedure });
    const sure = await play(kb, 'main', { tried: 'off-and-on' });
    expect(brief(sure.now)).toBe('tried Off and on');
    const rest = await playOn(kb, sure.session, { answer: 'yes' });
    expect(brief(rest.now)).toBe('doing restart 1/1');
    const fault = await playOn(kb, rest.session, { done: true });
    expect(brief(fault.now)).toBe('isolated loose');
    const verify = await playOn(kb, fault.session, { done: true }, { tried: 'loose' }, { answer: 'yes' });
    expect(brief(verify.now)).toBe('verify loose');
    const dead = await playOn(kb, verify.session, { answer: 'no' });
    expect(brief(dead.now)).toBe('isolated dead');
    expect((await trail(kb, dead.session)).filter(({ reason }) => reason.kind === 'tried')).toHaveLength(2);
    expect((await step(kb, dead.session, { tried: 'dead' })).refused).toMatch('No steps are called "dead"');
    expect((await step(kb, fault.session, { tried: 'other' })).refused).toMatch('cause, loose');
  });

  test('how, why not and what is missing follow from where the call stands', async () => {
    const kb = await small({ main: tree, 'procedures/off-and-on': procedure });
    const { session } = await play(
      kb,
      'main',
      { tried: 'restart' },
      { answer: 'yes' },
      { done: true },
      { done: true },
      { done: true },
      { answer: 'no' },
    );
    expect((await how(kb, session)).moves.map(({ reason }) => reason.kind)).toEqual([
      'tried',
      'explained',
      'done',
      'done',
      'answered',
    ]);
    const why = await whyNot(kb, session, 'main/loose');
    expect([why.status, why.moves.map(({ reason }) => reason.kind)]).toEqual(['ruled-out', ['explained', 'answered']]);
    await expect(whyNot(kb, session, 'main/other')).rejects.toThrow('There is no fault "main/other".');
    const lacking = async (session: Session) => (await missing(kb, session)).facts.map(({ fact }) => fact);
    expect(await lacking(session)).toEqual(['os', 'model']);
    const told = await playOn(kb, session, { tell: { os: 'linux' } }, { done: true });
    expect(await lacking(told.session)).toEqual(['model']);
  });
});

describe('referring', () => {
  test('says what is still to collect, and takes it', async () => {
    const kb = await small({ main: `\nstart: desk\nnodes:\n${end.replace(/ {2}done.*\n/, '')}` });
    const { now } = await play(kb, 'main', { tell: { model: 'X' } });
    expect(now).toMatchObject({ type: 'referred', collect: [{ fact: 'os', ask: 'Which system?' }] });
  });

  test('is possible at any moment', async () => {
    const kb = await small({
      main: `\nstart: q\nnodes:\n  q: { ask: Q?, answers: { x: done }, unsure: { go: desk } }\n${end}`,
    });
    const { now } = await play(kb, 'main', { refer: 'security', why: 'It smells of fraud.' });
    expect(now).toMatchObject({ type: 'referred', desk: 'security', because: 'It smells of fraud.' });
  });
});

describe('inputs that cannot be taken', () => {
  const tree = `
start: lamp
nodes:
  lamp: { ask: Is it on?, answers: { "on": version, "off": steps }, unsure: { go: desk } }
  version: { ask: Version?, fact: os.version, then: done, unsure: skip }
  steps: { do: [{ say: Do it. }], then: done }
${end}`;

  test.each<[unknown, RegExp]>([
    [{ answer: 'onn' }, /on, off/],
    [{ answer: { toString: 1 } }, /on, off/],
    [{ done: true }, /question is open/],
    [{ unsure: 'perhaps' }, /dont-know/],
    [{ tell: {} }, /facts and their values/],
    [{ tell: { oss: 'windows' } }, /no fact "oss"/],
    [{ tell: { os: 'beos' } }, /"os"/],
    [{ tell: { os: 'windows' }, source: 'heaven' }, /source is one of/],
    [{ back: true }, /nothing to go back/],
    [{ revise: { node: 'lamp', answer: 'on' } }, /Nothing has been answered/],
    [{ revise: { node: 'lamp' } }, /either "answer" or "unsure"/],
    [{ revise: 7 }, /names a node/],
    [{ jump: 'nowhere' }, /no node/],
    [{ refer: 'nobody' }, /no desk/],
    [{ note: '' }, /text/],
    [{ skip: '' }, /text/],
    [{ answer: 'on', done: true }, /exactly one/],
    [{ answer: 'on', extra: 1 }, /"extra"/],
    [{ answer: 'on', question: 'main/other#1' }, /open question is/],
    [{ nothing: 1 }, /exactly one/],
    [[], /object/],
    [null, /object/],
    ['on', /object/],
  ])('%j is refused, and nothing changes', async (input, reason) => {
    const kb = await small({ main: tree });
    const session = start(kb, { tree: 'main' });
    const stepped = await step(kb, session, input as never);
    expect(stepped.refused).toMatch(reason);
    expect(stepped.session).toBe(session);
  });

  test('numbers are checked against what makes sense', async () => {
    const kb = await small({ main: tree });
    const { session } = await play(kb, 'main', { answer: 'on' });
    for (const answer of ['eleven', 0, 1000, Number.NaN, '']) {
      expect((await step(kb, session, { answer })).refused).toBeDefined();
    }
    expect((await step(kb, session, { answer: '11' })).refused).toBeUndefined();
  });
});

describe('rules', () => {
  const tree = `
start: lamp
nodes:
  lamp: { ask: Is it on?, answers: { "on": second, "off": second }, unsure: { go: second } }
  second: { ask: Second?, answers: { yes: cause, no: done }, unsure: { go: done } }
  cause: { fault: loose, unsolved: desk }
${end}
faults:
  loose: { name: Loose, cause: hardware, explain: It is loose., fix: [{ say: Push it. }], verify: { ask: Better? } }`;
  const other = `
start: out
nodes:
  out: { do: [{ say: Go outside. }], then: safe }
  safe: { refer: security, because: Danger. }`;
  const rules = `
rules:
  - { rule: chain, when: { fact: quiet, operator: equal, value: a }, set: { quiet: b, os: linux } }
  - { rule: first, when: { fact: os, operator: equal, value: linux }, set: { quiet: a }, warn: Linux it is. }
  - { rule: out, when: { fact: quiet, operator: equal, value: a }, rule_out: [main/loose] }
  - { rule: stop, priority: 5, when: { fact: seen, operator: contains, value: smoke }, go: other/out, warn: Smoke! }
  - { rule: maybe, when: { fact: model, operator: equal, value: X }, suspect: [main/loose] }`;

  test('chain, and never overwrite what is known', async () => {
    const kb = await small({ main: tree, other }, rules);
    const { now } = await play(kb, 'main', { tell: { os: 'linux' } });
    expect(now.facts.get('quiet')).toEqual({ value: 'a', source: 'rule', rule: 'first' });
    expect(now.facts.get('os')?.source).toBe('caller');
    expect(now.warnings).toEqual(['Linux it is.']);
    expect(now.faults.get('main/loose')).toBe('ruled-out');
  });

  test('a fault that a rule has ruled out is not offered', async () => {
    const kb = await small({ main: tree, other }, rules);
    const { now } = await play(kb, 'main', { tell: { os: 'linux' } }, { answer: 'on' }, { answer: 'yes' });
    expect(brief(now)).toBe('referred second-line');
  });

  test('suspect a fault', async () => {
    const kb = await small({ main: tree, other }, rules);
    expect((await play(kb, 'main', { tell: { model: 'X' } })).now.faults.get('main/loose')).toBe('suspected');
  });

  test('go at once, from anywhere, and only once', async () => {
    const kb = await small({ main: tree, other }, rules);
    const { now, session } = await play(kb, 'main', { answer: 'on' }, { tell: { seen: ['noise', 'smoke'] } });
    expect([now.tree, brief(now), now.warnings]).toEqual(['other', 'doing out 1/1', ['Smoke!']]);
    const later = await playOn(kb, session, { jump: 'main/second' }, { tell: { model: 'Y' } });
    expect([later.now.tree, brief(later.now)]).toEqual(['main', 'asking second']);
  });
});
