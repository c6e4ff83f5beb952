import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type CaseFilter,
  type CaseStore,
  type ExportedCase,
  exportCases,
  importCases,
  type KnowledgeBase,
  loadTexts,
  openStore,
  verifyCases,
} from '../../src/index.js';
import { dice, playRandom } from '../session/random-calls.js';
import { eachDatabase } from './each-database.js';
import { keepWhole, office, printerCall } from './keep-call.js';

const now = '2026-11-28T12:00:00.000Z';
let kb: KnowledgeBase;

beforeAll(async () => {
  kb = await office();
});

const solved = [
  { contact: '0170 1234567' },
  { said: 'it stopped, says Zoë', offered: ['on'], missed: [] },
  { answer: 'on' },
  { answer: 'no' },
  { done: true },
  { done: true },
  { answer: 'yes' },
  { note: 'Zoe Ångström will order paper' },
] as const;

eachDatabase(({ fresh }) => {
  let from: CaseStore;
  let to: CaseStore;

  beforeAll(async () => {
    from = await openStore(await fresh());
    to = await openStore(await fresh());
  }, 60_000);
  beforeEach(async () => {
    for (const { database } of [from, to]) await database.db.deleteFrom('cases').execute();
  });
  afterAll(async () => {
    await from.close();
    await to.close();
  });

  const exported = async (
    personal: boolean,
    store = from,
    filter: CaseFilter = {},
  ): Promise<readonly ExportedCase[]> => {
    const all: ExportedCase[] = [];
    for await (const each of exportCases(store, kb, filter, { personal })) all.push(each);
    return all;
  };
  const linesOf = (cases: readonly object[]): readonly string[] => cases.map((each) => JSON.stringify(each));
  const withoutNumbers = (cases: readonly ExportedCase[]) =>
    new Map(
      cases.map(({ number, links, ...each }) => [
        each.id,
        { ...each, links: links.map(({ number: _, ...link }) => link) },
      ]),
    );

  test('a case is exported whole', async () => {
    const number = await keepWhole(
      from,
      kb,
      await printerCall(kb, solved, { caller: 'Zoe Ångström', words: 'it is dead' }),
    );
    const other = await keepWhole(from, kb, await printerCall(kb, [{ answer: 'off' }]));
    await from.link(number, other, 'the same printer', now);
    const [, whole] = await exported(true);
    expect(whole).toMatchObject({
      format: 1,
      number: expect.stringMatching(/^\d+-\d$/),
      personal: true,
      standing: { outcome: 'resolved', fault: 'printer/no-paper', name: 'Zoe Ångström', took: 240_000 },
      session: { tree: 'printer', words: 'it is dead', events: expect.any(Array) },
      treeVersion: expect.stringMatching(/^[0-9a-f]{12}$/),
      links: [{ why: 'the same printer', at: now }],
      detailed: true,
      faults: [{ fault: 'printer/no-paper', status: 'fixed', mended: true }],
      questions: [
        { event: 2, question: 'lamp', reply: 'answered', answer: 'on', took: 90_000 },
        { event: 3, question: 'paper', answer: 'no' },
        { event: 6, question: 'verify:no-paper', answer: 'yes' },
      ],
      steps: [
        { event: 5, node: 'empty', step: 0, result: 'done', fault: 'printer/no-paper', solved: true, took: 30_000 },
      ],
    });
  });

  test('what is taken in elsewhere is the same case, and only once', async () => {
    const ids: string[] = [];
    await fc.assert(
      fc.asyncProperty(dice, async (throws) => {
        const { session } = await playRandom(kb, throws);
        const number = await keepWhole(from, kb, { ...session, started: now });
        ids.push((await from.read(number))?.id as string);
      }),
      { numRuns: 30 },
    );
    const numbers = (await from.list({}, { limit: 100 })).map(({ number }) => number);
    await from.link(numbers[0] as number, numbers[7] as number, 'one after the other', now);
    const cases = await exported(true);
    expect(cases.map(({ id }) => id)).toEqual(ids.toReversed());
    await keepWhole(to, kb, await printerCall(kb, []));

    const imported = await importCases(to, kb, linesOf(cases), { now });
    expect(imported).toMatchObject({ conflicts: [], refused: [] });
    expect(imported.cases.map(({ result, before }) => [result, before])).toEqual(
      cases.map(({ number }) => ['new', number]),
    );
    const there = (await exported(true, to)).filter(({ id }) => ids.includes(id));
    expect(withoutNumbers(there)).toEqual(withoutNumbers(cases));
    expect((await verifyCases(to, kb)).findings).toEqual([]);

    const again = await importCases(to, kb, linesOf(cases), { now });
    expect(again.cases.every(({ result }) => result === 'there')).toBe(true);
    expect(await to.count({})).toBe(cases.length + 1);
    expect(withoutNumbers((await exported(true, to)).filter(({ id }) => ids.includes(id)))).toEqual(
      withoutNumbers(cases),
    );
  }, 60_000);

  test('what tells who was calling is redacted unless it is wanted', async () => {
    const number = await keepWhole(
      from,
      kb,
      await printerCall(kb, solved, { caller: 'Zoe Ångström', words: 'this is Zoe Ångström' }),
    );
    await from.link(number, await keepWhole(from, kb, await printerCall(kb, [])), 'sister of Zoe Ångström', now);
    const cases = await exported(false);
    expect(JSON.stringify(cases)).not.toMatch(/ngstr|0170/);
    expect(JSON.stringify(await exported(true))).toMatch(/ngstr.*0170|0170.*ngstr/);
    const [, redacted] = cases;
    expect(redacted).toMatchObject({
      personal: false,
      standing: { name: '[caller]', contact: '[contact]', outcome: 'resolved' },
      session: { words: 'this is [caller]' },
      questions: [{ answer: 'on' }, { answer: 'no' }, { answer: 'yes' }],
    });
    const { conflicts, cases: taken } = await importCases(from, kb, linesOf(cases), { now });
    expect([conflicts.map(({ why }) => why), taken.map(({ result }) => result)]).toEqual([['differs'], ['there']]);
    expect(JSON.stringify(await exported(true))).toMatch(/ngstr/);
  });

  test('filters hold', async () => {
    await keepWhole(from, kb, await printerCall(kb, solved, { agent: 'Ana' }));
    await keepWhole(from, kb, await printerCall(kb, [], { agent: 'Bo' }));
    expect((await exported(true, from, { outcome: ['resolved'] })).map(({ standing }) => standing.agent)).toEqual([
      'Ana',
    ]);
    expect(await exported(true, from, { agent: 'Chi' })).toEqual([]);
  });

  describe('what is here is never written over', () => {
    test('a case that was gone on with is completed, an older copy changes nothing, another one is a conflict', async () => {
      const whole = await printerCall(kb, solved);
      const start = { ...whole, events: whole.events.slice(0, 3) };
      const id = 'a-case';
      const number = await keepWhole(to, kb, start, id);
      const line = (session: object) => JSON.stringify({ format: 1, id, number: '1-3', session });
      const imported = async (session: object) => importCases(to, kb, [line(session)], { now });
      const other = { ...whole, events: whole.events.with(1, { note: 'something else' }) };
      expect((await imported(other)).conflicts).toEqual([{ line: 1, number, why: 'differs' }]);
      await to.hold(number, { token: 't', name: 'Ana', forMs: 60_000 });
      expect((await imported(whole)).conflicts).toEqual([{ line: 1, number, why: 'open' }]);
      await to.release(number, { token: 't', name: 'Ana', forMs: 60_000 });
      expect((await to.read(number))?.version).toBe(3);

      expect((await imported(whole)).cases).toEqual([{ line: 1, number, before: '1-3', result: 'completed' }]);
      expect((await to.read(number))?.session.events).toEqual(whole.events);
      expect((await imported(start)).cases).toMatchObject([{ result: 'there' }]);
      expect((await to.read(number))?.outcome).toBe('resolved');
      expect((await verifyCases(to, kb)).findings).toEqual([]);
    });
  });

  test('sessions of older versions are taken in masked, once, also when they were gone on with', async () => {
    const whole = await printerCall(kb, [...solved, { note: 'her card is 4111 1111 1111 1111' }], {
      words: 'write to zoe@example.org',
    });
    const start = { ...whole, events: whole.events.slice(0, 4) };
    const first = await importCases(to, kb, [JSON.stringify(start)], { now });
    const second = await importCases(to, kb, [JSON.stringify(whole, null, 1)], { now });
    expect([first.cases[0]?.result, second.cases[0]?.result]).toEqual(['new', 'completed']);
    expect(await to.count({})).toBe(1);
    const stored = await to.read(first.cases[0]?.number as number);
    expect(JSON.stringify(stored)).not.toMatch(/4111|example\.org/);
    expect(stored).toMatchObject({ outcome: 'resolved', version: 9 });
    const unfound = {
      format: 1,
      tree: '',
      knowledge: kb.hash,
      started: now,
      events: [{ said: 'x', offered: [], missed: ['x'] }],
    };
    expect((await importCases(to, kb, [JSON.stringify(unfound)], { now })).cases).toMatchObject([{ result: 'new' }]);
    expect((await verifyCases(to, kb)).findings).toEqual([]);
  });

  test('a case whose knowledge base is not at hand keeps how it stood', async () => {
    await keepWhole(from, kb, await printerCall(kb, solved));
    const files = [
      {
        path: 'knowledge-base.yaml',
        text: 'knowledge_base: o\ntitle: O\ndesks: { d: { name: D } }\ndefault_desk: d\n',
      },
    ];
    const { knowledgeBase: other } = await loadTexts(files);
    const [line = ''] = linesOf(await exported(true));
    const { cases } = await importCases(to, other, [line], { now });
    expect(await to.read(cases[0]?.number as number)).toMatchObject({ outcome: 'resolved', fault: 'printer/no-paper' });
    const { standing: _, ...without } = JSON.parse(line) as Record<string, unknown>;
    const told = JSON.stringify({ ...without, id: 'b', standing: { outcome: 'danced' } });
    const second = await importCases(to, other, [told], { now });
    expect(await to.read(second.cases[0]?.number as number)).toMatchObject({
      outcome: 'open',
      contact: '0170 1234567',
    });
  });

  test('each bad line is told with its number and why; the others are taken in', async () => {
    const session = await printerCall(kb, []);
    const good = { format: 1, id: 'good', session };
    const lines = [
      'not json',
      '',
      JSON.stringify(good),
      '[]',
      '7',
      JSON.stringify({ ...good, format: 2 }),
      JSON.stringify({ ...good, id: 7 }),
      JSON.stringify({ ...good, id: 'x'.repeat(101) }),
      JSON.stringify({ ...good, session: { ...session, events: [{ danced: true }] } }),
      JSON.stringify({ ...session, events: 'none' }),
      JSON.stringify({
        ...good,
        id: 'better',
        links: [7, { id: 'good', why: 'w', at: now }, { id: 'nobody', why: '', at: now }],
      }),
    ];
    const { cases, refused, conflicts } = await importCases(to, kb, lines, { now });
    expect(cases.map(({ line }) => line)).toEqual([3, 11]);
    expect(conflicts).toEqual([]);
    expect(refused).toEqual([
      { line: 1, reason: 'It is not JSON.' },
      { line: 4, reason: 'It is not an object.' },
      { line: 5, reason: 'It is not an object.' },
      { line: 6, reason: expect.stringContaining('newer Faultline') },
      { line: 7, reason: expect.stringContaining('"id"') },
      { line: 8, reason: expect.stringContaining('"id"') },
      { line: 9, reason: expect.stringContaining('event 0') },
      { line: 10, reason: expect.stringContaining('not a list') },
    ]);
    expect((await to.linked(cases[1]?.number as number)).map((each) => each.case.id)).toEqual(['good']);
  });
});
