import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { cases, kept, sessionOf } from './kept.js';
import { driven, newHome, run } from './run.js';

const anywhere = ['call', '--kb', 'test/fixtures/office'];
const call = [...anywhere, '--tree', 'printer'];
const schema = JSON.parse(readFileSync('schema/protocol.schema.json', 'utf8')) as object;
const ajv = new Ajv2020({ strict: false }).addSchema(schema, 'protocol');
const writes = ajv.getSchema('protocol#/$defs/out') as ValidateFunction;
const reads = ajv.getSchema('protocol#/$defs/in') as ValidateFunction;

const calls: readonly (readonly [string, readonly object[]])[] = [
  [
    'to a fix, with every kind of event',
    [
      { answer: 'off', question: 'printer/lamp#1' },
      { note: 'in a hurry' },
      { ask: 'why' },
      { ask: 'what-if' },
      { back: true },
      { unsure: 'cant-check' },
      { ask: 'what-if', revise: { node: 'lamp', answer: 'off' } },
      { revise: { node: 'lamp', unsure: 'declined' } },
      { answer: 'yes' },
      { tell: { os: 'windows', memory: 8, seen: ['noise'] }, source: 'agent' },
      { answer: 'PX9' },
      { done: true },
      { skip: 'no keyboard' },
      { ask: 'how' },
      { ask: 'why-not', fault: 'no-paper' },
      { ask: 'missing' },
      { ask: 'why' },
      { ask: 'what-if' },
      { tried: 'paused' },
      { ask: 'why-not', fault: 'paused' },
      { ask: 'why-not', fault: 'unplugged' },
      { ask: 'why-not', fault: 'screen/loose' },
      { ask: 'trail' },
      { answer: 'yes' },
      { answer: 'yes' },
    ],
  ],
  [
    'with everything that can happen at any moment',
    [
      { caller: 'Mrs Smith' },
      { channel: 'chat' },
      { confused: true },
      { confused: true, question: 'printer/lamp#1' },
      { later: 'the printer is upstairs' },
      { ask: 'term', term: 'queues' },
      { ask: 'term', term: 'quue' },
      { ask: 'dangers' },
      { flag: 'there is no tray here', question: 'printer/paper#1' },
      { ask: 'flags' },
      { tried: 'paused' },
      { answer: 'yes' },
      { jump: 'screen/cable', why: 'a thought' },
      { return: true },
      { problem: 'screen', words: 'and the monitor flickers' },
      { problem: 0 },
      { answer: 'PX9' },
      { answer: 'windows' },
      { unsure: 'dont-know' },
      { answer: 'no' },
      { done: true },
      { done: true },
      { answer: 'yes' },
      { parked: 'lunch', callBack: '2026-11-30T14:00:00Z', agent: 'Ali' },
      { ask: 'recap' },
      { resumed: 'Maria' },
      { skip: 'no mouse' },
      { problem: 1 },
    ],
  ],
  [
    'in writing, with a question that is answered while the caller waits',
    [
      { channel: 'chat' },
      { channel: 'email' },
      { reply: '1 a, 2 b' },
      { answer: 'no', question: 'printer/paper#1' },
      { answer: 'on' },
      { answer: 'PX9' },
      { channel: 'chat' },
    ],
  ],
  ['to a desk', [{ answer: 'on' }, { jump: 'model', why: 'in a hurry' }, { refer: 'second-line', why: 'angry' }]],
  ['nowhere', [{ answer: 'maybe' }, { done: true }, { unsure: 'perhaps' }, {}]],
];

/** Calls that begin with what the caller says: the words on the command line, and the events. */
const beginnings: readonly (readonly [string, readonly string[], readonly object[]])[] = [
  [
    'to a fix, from words alone',
    [],
    [
      { say: 'zorblax' },
      { say: 'my bicycle' },
      { say: 'the copier prnts blurred copies on windows, 8 gb of memory' },
      { begin: 'printer', tell: { os: 'windows', memory: 8 } },
      { say: 'it is green, and it rattles' },
      { answer: 'on' },
      { say: 'no idea' },
      { unsure: 'dont-know' },
      { say: 'a PX9' },
      { answer: 'a PX9' },
      { say: 'the monitor flickers' },
      { done: true },
      { done: true },
      { answer: 'yes' },
      { say: 'on windows beside my macbook, bought it 3/4/2026' },
      { done: true },
      { say: 'yes it does' },
      { answer: 'yes' },
    ],
  ],
  ['with the first words on the command line', ['the monitor', 'flickers'], [{ begin: 'screen' }, { answer: 'yes' }]],
  ['without a word', [], [{ begin: 'screen', tell: {} }]],
  [
    'with what was listened to elsewhere',
    [],
    [{ begin: 'screen' }, { said: 'it is in', offered: ['yes'], chose: 'yes', missed: [] }, { answer: 'yes' }],
  ],
  ['to nowhere', [], [{ say: 'zorblax' }]],
];

function check(lines: readonly object[]): void {
  for (const line of lines)
    if (!writes(line)) throw new Error(`${JSON.stringify(line)}\n${JSON.stringify(writes.errors, null, 1)}`);
}

describe('every line that is written is as the schema says', () => {
  test.each(calls)('%s', async (_, events) => {
    const lines = await driven(call, events);
    expect(lines[0]).toHaveProperty('protocol', 1);
    check(lines);
  });

  test.each(beginnings)('a call that begins with what the caller says: %s', async (_, words, events) => {
    const lines = await driven([...anywhere, ...words], events);
    expect(lines[0]).toEqual({ protocol: 1, type: 'beginning', say: expect.any(String) });
    check(lines);
    expect(lines.filter(({ type }) => type === 'refused')).toEqual([]);
  });
});

test('of everything that can happen only the misspelt term is refused, and the call goes as it should', async () => {
  const [, events] = calls[1] as (typeof calls)[number];
  const lines = await driven(call, events);
  expect(lines.filter(({ type }) => type === 'refused')).toEqual([
    { type: 'refused', reason: 'The glossary has no term "quue". Did you mean "queue"?' },
  ]);
  expect(lines.find(({ type }) => type === 'term')).toMatchObject({ term: 'queue' });
  expect(lines.find(({ type }) => type === 'flags')).toMatchObject({
    flags: [{ flag: 'there is no tray here', place: { file: 'trees/printer.yaml' } }],
  });
  const raised = lines.find(({ raised }) => raised !== undefined);
  expect(raised).toMatchObject({ node: 'lamp', raised: 'the printer is upstairs' });
  expect(lines.map(({ purpose }) => purpose)).toEqual(expect.arrayContaining(['tried', 'consent']));
  expect(lines.at(-1)).toMatchObject({ tree: 'screen', problems: [{ state: 'open' }, { state: 'current' }] });
});

test('the events of these calls are as the schema says, and what is refused for its form is not', () => {
  for (const [name, events] of calls.slice(0, -1))
    for (const event of events) expect([name, event, reads(event)]).toEqual([name, event, true]);
  for (const [name, , events] of beginnings)
    for (const event of events) expect([name, event, reads(event)]).toEqual([name, event, true]);
  for (const event of [
    {},
    { answer: 'x', done: true },
    { unsure: 'perhaps' },
    { revise: { node: 'x' } },
    { done: false },
    { tell: {} },
    { say: 5 },
    { say: ' ' },
    { say: 'x', begin: 'printer' },
    { begin: true },
    { begin: 'printer', tell: [] },
    { begin: 'printer', tell: { os: true } },
    { said: 'x', offered: [] },
    { said: 'x', offered: [1], missed: [] },
    { later: ' ' },
    { confused: 1 },
    { return: false },
    { problem: 1.5 },
    { channel: 'letter' },
    { parked: '' },
    { ask: 'term' },
  ]) {
    expect([event, reads(event)]).toEqual([event, false]);
  }
});

describe('a call that begins with what the caller says', () => {
  test('a whole conversation: what was found and heard, and where the call stands after each line', async () => {
    const home = newHome();
    const [, words, events] = beginnings[0] as (typeof beginnings)[number];
    const lines = await driven([...anywhere, ...words], events, home);
    expect(lines.map(({ type, node, say }) => [type, node ?? (type === 'beginning' ? say : undefined)])).toEqual([
      ['beginning', expect.stringContaining('How can I help you?')],
      ['found', undefined],
      ['found', undefined],
      ['found', undefined],
      ['asking', 'lamp'],
      ...[
        ['heard', undefined],
        ['asking', 'lamp'],
        ['asking', 'paper'],
      ],
      ...[
        ['heard', undefined],
        ['asking', 'paper'],
        ['asking', 'model'],
      ],
      ...[
        ['heard', undefined],
        ['asking', 'model'],
        ['isolated', 'queue'],
      ],
      ...[
        ['heard', undefined],
        ['isolated', 'queue'],
        ['doing', 'queue'],
        ['asking', 'queue'],
        ['doing', 'queue'],
      ],
      ...[
        ['heard', undefined],
        ['doing', 'queue'],
        ['asking', 'queue'],
      ],
      ...[
        ['heard', undefined],
        ['asking', 'queue'],
        ['fixed', 'queue'],
      ],
    ]);
    const [zorblax, bicycle, copier] = lines.filter(({ type }) => type === 'found');
    const ask = [{ ask: 'Which device?', say: 'What device is it about?' }, expect.objectContaining({ fact: 'os' })];
    expect(zorblax).toEqual({ type: 'found', fits: false, results: [], not_understood: ['zorblax'], facts: [], ask });
    expect(bicycle).toMatchObject({ fits: false, not_covered: { name: 'Bicycles', desk: 'workshop' }, ask });
    expect(copier).toMatchObject({
      fits: true,
      results: [{ tree: 'printer', symptom: 'the copies are blurred' }],
      facts: [
        { fact: 'os', readings: [{ value: 'windows', words: 'on windows' }] },
        { fact: 'memory', readings: [{ value: 8, label: '8 GB' }] },
      ],
    });
    const [green, unknown, model, elsewhere, readings, yes] = lines.filter(({ type }) => type === 'heard');
    expect(green).toMatchObject({
      answers: [{ answer: 'on', label: 'On', words: 'green' }],
      facts: [{ fact: 'seen', readings: [{ value: ['noise'] }] }],
    });
    expect(unknown).toMatchObject({ answers: [], unsure: 'dont-know' });
    expect(model).toMatchObject({ answers: [{ answer: 'a PX9' }] });
    expect(elsewhere).toMatchObject({ answers: [], fits: true, results: [{ tree: 'screen' }] });
    expect(readings).toMatchObject({
      facts: [
        { fact: 'os', readings: [{ value: 'windows' }, { value: 'macos' }] },
        { fact: 'bought', readings: [{ value: '2026-03-04' }, { value: '2026-04-03' }] },
      ],
    });
    expect(yes).toMatchObject({ answers: [{ answer: 'yes' }] });
    expect(lines[4]).toMatchObject({
      facts: { os: { value: 'windows', source: 'caller' }, memory: { value: 8, source: 'caller' } },
    });

    const { session } = kept({ home });
    expect(session).toMatchObject({ tree: 'printer', words: 'zorblax' });
    expect(session.events.slice(0, 5)).toMatchObject([
      { said: 'zorblax', offered: [], missed: ['zorblax'] },
      { said: 'my bicycle', offered: [] },
      { said: expect.stringContaining('copier'), offered: ['printer'], chose: 'printer' },
      { tell: { os: 'windows', memory: 8 }, source: 'caller' },
      { said: 'it is green, and it rattles', offered: ['on'], question: 'printer/lamp#1' },
    ]);
    expect(session.events[0]).not.toHaveProperty('chose');
  });

  test('the words on the command line are looked for at once', async () => {
    const lines = await driven([...anywhere, 'the monitor flickers,', 'I bought it 25/3/2026'], []);
    expect(lines).toMatchObject([
      { type: 'beginning' },
      {
        type: 'found',
        results: [{ tree: 'screen' }],
        facts: [{ fact: 'bought', readings: [{ value: '2026-03-25' }] }],
      },
    ]);
  });

  test.each<[what: string, event: unknown, reason: RegExp]>([
    ['an answer', { answer: 'yes' }, /No call has begun: give \{"say": .*\{"begin": "tree"\}/],
    ['a fact', { tell: { os: 'windows' } }, /No call has begun/],
    ['a question', { ask: 'why' }, /No call has begun/],
    ['a step back', { back: true }, /No call has begun/],
    ['an empty object', {}, /No call has begun/],
    ['a list', [{ say: 'x' }], /No call has begun/],
    ['a number', 5, /JSON object/],
    ['an unknown tree', { begin: 'toaster' }, /no tree "toaster"\. The trees are: anything, printer, screen\./],
    ['a tree by a name that everything has', { begin: 'constructor' }, /no tree "constructor"/],
    ['a tree that is no text', { begin: 1 }, /No call has begun/],
    ['something said that is no text', { say: 5 }, /"say" is a text/],
    ['something said that is nothing', { say: null }, /"say" is a text/],
    ['something said that is empty', { say: ' \n' }, /"say" is a text/],
    ['a wrong fact', { begin: 'printer', tell: { oss: 'windows' } }, /no fact "oss"/],
    ['a wrong value', { begin: 'printer', tell: { os: 'beos' } }, /"os": .*"windows", "macos"/],
    ['a wrong value beside a right one', { begin: 'printer', tell: { memory: 8, seen: ['fire'] } }, /"seen": /],
    ['facts in a list', { begin: 'printer', tell: ['os'] }, /"tell" is an object/],
    ['facts that are nothing', { begin: 'printer', tell: null }, /"tell" is an object/],
    [
      'a fact by a name that everything has',
      JSON.parse('{"begin":"printer","tell":{"__proto__":"x"}}'),
      /no fact "__proto__"/,
    ],
  ])('refuses %s, and goes on', async (_, event, reason) => {
    const lines = await driven(anywhere, [event as object, { say: 'the monitor flickers' }, { begin: 'screen' }]);
    check(lines);
    expect(lines).toMatchObject([
      { type: 'beginning' },
      { type: 'refused', reason: expect.stringMatching(reason) },
      { type: 'found', fits: true },
      { type: 'asking', node: 'cable', facts: {} },
    ]);
  });

  test('refuses what is no JSON, and goes on', async () => {
    const { stdout } = await run([...anywhere, '--json'], 'monitor\n\n{"begin":"screen"}\n');
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { type: string }).type),
    ).toEqual(['beginning', 'refused', 'asking']);
  });

  test.each<[what: string, event: object, reason: RegExp]>([
    ['something said that is no text', { say: ['x'] }, /"say" is a text/],
    ['something said that is empty', { say: '' }, /"say" is a text/],
    ['another beginning', { begin: 'printer' }, /exactly one of these keys/],
    ['something said without what was offered', { said: 'x' }, /"offered" and "missed"/],
  ])('in the call it refuses %s, and stays where it is', async (_, event, reason) => {
    const home = newHome();
    const lines = await driven(anywhere, [{ begin: 'screen' }, event, { answer: 'yes' }], home);
    check(lines);
    expect(lines.slice(2)).toMatchObject([
      { type: 'refused', reason: expect.stringMatching(reason) },
      { type: 'asking', node: 'cable' },
      { type: 'isolated' },
    ]);
    expect(kept({ home }).session.events).toMatchObject([{ answer: 'yes' }]);
  });

  test('what was said where no tree was begun is kept, and said on the error output: there is only JSON on the other', async () => {
    const home = newHome();
    const said = ['zorblax', 'my bicycle'];
    const ended = await run([...anywhere, '--json'], said.map((say) => `${JSON.stringify({ say })}\n`).join(''), home);
    expect(
      ended.stdout
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { type: string }).type),
    ).toEqual(['beginning', 'found', 'found']);
    const { number: file, session } = kept({ home });
    expect([ended.code, ended.stderr]).toEqual([1, `What was said is kept as case ${file}.\n`]);
    expect(session).toMatchObject({ tree: '', words: 'zorblax', events: said.map((each) => ({ said: each })) });

    const lines = await driven(
      [...anywhere, '--resume', file],
      [{ say: 'the monitor flickers' }, { begin: 'screen' }],
      home,
    );
    expect(lines).toMatchObject([
      { type: 'beginning' },
      { type: 'found', not_understood: ['zorblax'] },
      { type: 'found', fits: true },
      { type: 'asking', node: 'cable' },
    ]);
    expect(sessionOf({ home }, file)).toMatchObject({ tree: 'screen', started: session.started });
    expect(sessionOf({ home }, file).events.slice(0, 2)).toEqual(session.events);
    expect(sessionOf({ home }, file).events.at(-1)).toMatchObject({ said: 'the monitor flickers', chose: 'screen' });
  });

  test('where nothing was said nothing is kept', async () => {
    const home = newHome();
    const { code, stderr } = await run([...anywhere, '--json'], '{"answer":"yes"}\n', home);
    expect([code, stderr, cases({ home })]).toEqual([0, '', []]);
  });

  test('a place that cannot be written is said, and does not hinder it', async () => {
    const ended = await run([...anywhere, '--json'], '{"say":"zorblax"}\n', 'package.json');
    expect([ended.code, ended.stdout.trim().split('\n').length]).toEqual([1, 2]);
    expect(ended.stderr).toMatch(
      /^The case store \(package\.json\/cases\.db\) could not be opened: .* Go on: .*\nWhat was said is kept in .*\.json\.\n$/,
    );
    const begun = await run([...anywhere, '--json'], '{"say":"monitor"}\n{"begin":"screen"}\n', 'package.json');
    expect([begun.code, begun.stdout.trim().split('\n').length]).toEqual([1, 3]);
  });

  test('of a book that is said the beginning is kept', async () => {
    const home = newHome();
    const book = `the monitor flickers ${'and so on '.repeat(5_000)}`;
    const lines = await driven(anywhere, [{ say: book }, { begin: 'screen' }, { say: book }], home);
    expect(lines.map(({ type }) => type)).toEqual(['beginning', 'found', 'asking', 'heard', 'asking']);
    const { session } = kept({ home });
    expect(session.events).toMatchObject([{ said: book.slice(0, 10_000) }, { said: book.slice(0, 10_000) }]);
  });
});

test('what was written in reply is kept, and the next letter thanks for it', async () => {
  const home = newHome();
  const lines = await driven(
    [...call, '--channel', 'email'],
    [{ reply: '1 a' }, { answer: 'on', question: 'printer/lamp#1' }],
    home,
  );
  const bodies = lines.flatMap(({ letter }) => (letter as { body: string } | undefined)?.body ?? []);
  expect(bodies[0]).toContain('Thank you for your message. As I understand it');
  expect(bodies.at(-1)).toContain('Thank you for your answer.');
  expect(kept({ home }).session.events).toMatchObject([{ said: '1 a', offered: ['printer/lamp#1'] }, { answer: 'on' }]);
});
