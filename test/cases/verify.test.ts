import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type CaseStore, type KnowledgeBase, loadTexts, openStore, verifyCases } from '../../src/index.js';
import { dice, playRandom } from '../session/random-calls.js';
import { eachDatabase } from './each-database.js';
import { keepWhole, office, printerCall } from './keep-call.js';

let kb: KnowledgeBase;

beforeAll(async () => {
  kb = await office();
});

const solved = [
  { contact: '0170 1234567' },
  { said: 'it stopped this morning', offered: ['on'], missed: ['morning'] },
  { answer: 'on' },
  { answer: 'no' },
  { done: true },
  { done: true },
  { answer: 'yes' },
  { note: 'she will order paper' },
] as const;

eachDatabase(({ fresh }) => {
  let cases: CaseStore;

  beforeAll(async () => {
    cases = await openStore(await fresh());
  }, 60_000);
  afterEach(async () => {
    await cases.database.db.deleteFrom('cases').execute();
    await cases.database.db.deleteFrom('knowledge').execute();
  });
  afterAll(() => cases.close());

  test('an empty store is whole', async () => {
    expect(await verifyCases(cases, kb)).toEqual({
      checked: 0,
      replayed: 0,
      notReplayable: new Map(),
      findings: [],
    });
  });

  test('calls of every kind are whole, with their details and without', async () => {
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(dice, fc.boolean(), async (throws, isTimed) => {
        const { session } = await playRandom(kb, throws);
        const events = session.events.map((event, index) => ({
          ...event,
          at: new Date(1_795_000_000_000 + index * 1000).toISOString(),
          took: index * 10,
        }));
        const number = await keepWhole(cases, kb, isTimed ? { ...session, events } : session);
        kept += 1;
        if (kept % 3 === 0) await cases.add(kb, number, { note: 'asked again', at: '2026-11-30T09:00:00Z' });
      }),
      { numRuns: 60 },
    );
    const seen: number[] = [];
    const verified = await verifyCases(cases, kb, { onProgress: (checked) => seen.push(checked) });
    expect(verified.findings).toEqual([]);
    expect([verified.checked, verified.replayed]).toEqual([kept, kept]);
    expect(seen).toEqual(Array.from({ length: kept }, (_, index) => index + 1));
  }, 60_000);

  describe('what is damaged is found', () => {
    type Damage = readonly [what: string, damage: (number: number) => Promise<unknown>, found: RegExp];
    const event = (sequence: number, change: (event: string) => string) => async (number: number) => {
      const { db } = cases.database;
      const of = await db
        .selectFrom('events')
        .selectAll()
        .where('case_number', '=', number)
        .where('sequence', '=', sequence)
        .executeTakeFirstOrThrow();
      await db
        .updateTable('events')
        .set({ event: change(of.event) })
        .where('case_number', '=', number)
        .where('sequence', '=', sequence)
        .execute();
    };
    const column = (values: object) => (number: number) =>
      cases.database.db
        .updateTable('cases')
        .set(values as never)
        .where('number', '=', number)
        .execute();
    const detail =
      (table: 'faults' | 'questions' | 'steps' | 'facts' | 'sayings' | 'agents' | 'texts', values: object) =>
      (number: number) =>
        cases.database.db
          .updateTable(table as 'faults')
          .set(values as never)
          .where('case_number', '=', number)
          .execute();
    const removed = (table: 'faults' | 'sayings' | 'events', sequence?: number) => (number: number) => {
      const all = cases.database.db.deleteFrom(table as 'events').where('case_number', '=', number);
      return (sequence === undefined ? all : all.where('sequence', '=', sequence)).execute();
    };

    test.each<Damage>([
      ['another answer', event(2, (text) => text.replace('"on"', '"off"')), /^(?:case|questions|replay)/],
      [
        'the answer to the verification',
        event(6, (text) => text.replace('"yes"', '"no"')),
        /^case (?:outcome|situation)/,
      ],
      ['an event that is no JSON', event(4, (text) => text.slice(1)), /^events/],
      ['an event that is no event', event(4, () => '{"danced":true}'), /^events/],
      ['another time of an event', event(4, (text) => text.replace('T09', 'T08')), /^time of event 4/],
      ['another note', event(7, (text) => text.replace('order', 'steal')), /^case text/],
      ['how long an event took', event(4, (text) => text.replace('30000', '1')), /^case took/],
      ['an event in the middle gone', removed('events', 3), /^events/],
      ['the last event gone', removed('events', 7), /^number of events/],
      ['all events gone', removed('events'), /^number of events/],
      ['another outcome', column({ outcome: 'unresolved' }), /^case outcome/],
      ['another fault', column({ fault: 'printer/paused' }), /^case fault/],
      ['another contact', column({ contact: '0170 7654321' }), /^case contact/],
      ['another key of the contact', column({ contact_key: null }), /^case contact_key/],
      ['another tree version', column({ tree_version: '000000000000' }), /^case tree_version/],
      ['a fault of the details', detail('faults', { status: 'ruled-out' }), /^faults printer no-paper status/],
      ['a fault of the details gone', removed('faults'), /^faults printer no-paper/],
      ['time of a question', detail('questions', { took: 1 }), /^questions \d+ took/],
      ['the result of a step', detail('steps', { result: 'skipped' }), /^steps \d+ \d+ result/],
      ['what was said', detail('sayings', { said: 'something else' }), /^sayings 1 said/],
      ['the load of an agent', detail('agents', { events: 99 }), /^agents .*events/],
      ['the text that is looked through', detail('texts', { text: '' }), /^case text/],
    ])('%s', async (_, damage, what) => {
      const calls = [];
      for (let call = 0; call < 3; call += 1) calls.push(await keepWhole(cases, kb, await printerCall(kb, solved)));
      expect((await verifyCases(cases, kb)).findings).toEqual([]);
      await damage(calls[1] as number);
      const { findings, checked } = await verifyCases(cases, kb);
      expect(checked).toBe(3);
      expect(findings.map(({ what: found }) => found)).toContainEqual(expect.stringMatching(what));
      expect(new Set(findings.map(({ number }) => number))).toEqual(new Set([calls[1]]));
      for (const { expected, found } of findings) expect(expected).not.toBe(found);
    });

    test('a row of details too many', async () => {
      const number = await keepWhole(cases, kb, await printerCall(kb, solved));
      await cases.database.db
        .insertInto('facts')
        .values({ case_number: number, day: '2026-11-28', fact: 'os', value: 'windows', source: 'caller', personal: 0 })
        .execute();
      expect((await verifyCases(cases, kb)).findings).toEqual([
        { number, what: 'facts os windows', expected: 'no row', found: 'one' },
      ]);
    });
  });

  test('a case of another knowledge base is replayed with the kept one, and else told by its hash', async () => {
    await keepWhole(cases, kb, await printerCall(kb, solved));
    const files = [
      {
        path: 'knowledge-base.yaml',
        text: 'knowledge_base: other\ntitle: Other\ndesks: { d: { name: D } }\ndefault_desk: d\n',
      },
      {
        path: 'lamp.yaml',
        text: 'tree: lamp\ntitle: Lamp\nsymptoms: [dark, no light, it is out]\nstart: a\nnodes:\n  a: { close: resolved }\n',
      },
    ];
    const { knowledgeBase: other, diagnostics } = await loadTexts(files);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const without = await verifyCases(cases, other);
    expect(without).toMatchObject({ checked: 1, replayed: 0, findings: [] });
    expect([...without.notReplayable]).toEqual([[kb.hash, 1]]);

    const number = await keepWhole(cases, other, { format: 1, tree: 'lamp', knowledge: other.hash, events: [] });
    await cases.keepKnowledge(other, files, '2026-11-28T09:00:00Z');
    expect(await verifyCases(cases, kb)).toMatchObject({ checked: 2, replayed: 2, findings: [] });
    await cases.database.db.updateTable('cases').set({ outcome: 'open' }).where('number', '=', number).execute();
    expect((await verifyCases(cases, kb)).findings).toMatchObject([{ number, what: 'case outcome' }]);
  });
});
