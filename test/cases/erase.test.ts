import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type CaseStore,
  expireCases,
  findCaller,
  forgetCaller,
  forgetEverywhere,
  type Input,
  type KnowledgeBase,
  loadTexts,
  type Outcome,
  openStore,
  verifyCases,
} from '../../src/index.js';
import { eachDatabase } from './each-database.js';
import { keepWhole, office, printerCall } from './keep-call.js';

let kb: KnowledgeBase;
const now = '2026-11-28T12:00:00.000Z';

beforeAll(async () => {
  kb = await office();
});

const resolved: readonly Input[] = [
  { answer: 'on' },
  { answer: 'no' },
  { done: true },
  { done: true },
  { answer: 'yes' },
];
const parked = (callBack: string): readonly Input[] => [{ answer: 'on' }, { parked: 'she has to leave', callBack }];

eachDatabase(({ fresh, dialect }) => {
  let cases: CaseStore;

  beforeAll(async () => {
    cases = await openStore(await fresh());
  }, 60_000);
  afterEach(async () => {
    await cases.database.db.deleteFrom('cases').execute();
    await cases.database.db.deleteFrom('erasures').execute();
  });
  afterAll(() => cases.close());

  const keep = async (inputs: readonly Input[], beginning: Parameters<typeof printerCall>[2] = {}): Promise<number> =>
    keepWhole(cases, kb, await printerCall(kb, inputs, beginning));
  const left = async (): Promise<readonly number[]> =>
    (await cases.list({}, { limit: 100 })).map(({ number }) => number).toReversed();
  const rowsLeft = async (number: number): Promise<number> => {
    const { db } = cases.database;
    let count = 0;
    for (const table of ['events', 'texts', 'faults', 'questions', 'steps', 'facts', 'sayings', 'agents'] as const)
      count += (await db.selectFrom(table).selectAll().where('case_number', '=', number).execute()).length;
    return count;
  };

  describe('retention', () => {
    const retention = new Map<Outcome, number>([
      ['resolved', 30],
      ['parked', 10],
    ]);

    test('cases go when their days are over, with all that belongs to them; others stay', async () => {
      const old = await keep(resolved, { at: '2026-10-28T09:00:00Z' });
      const young = await keep(resolved, { at: '2026-11-20T09:00:00Z' });
      const open = await keep([{ answer: 'on' }], { at: '2020-01-01T09:00:00Z' });
      const toCall = await keep(parked('2026-12-01T09:00:00Z'), { at: '2026-11-01T09:00:00Z' });
      const overdue = await keep(parked('2026-11-02T09:00:00Z'), { at: '2026-11-01T09:00:00Z' });
      const held = await keep(resolved, { at: '2026-10-28T09:00:00Z' });
      await cases.hold(held, { token: 't', name: 'Ana', forMs: 60_000 });
      await cases.link(old, young, 'same printer', now);

      const dry = await expireCases(cases, retention, now, { dryRun: true });
      expect([...dry.byOutcome]).toEqual([
        ['resolved', 1],
        ['parked', 1],
      ]);
      expect(await left()).toEqual([old, young, open, toCall, overdue, held]);

      expect(await expireCases(cases, retention, now)).toEqual(dry);
      expect(await left()).toEqual([young, open, toCall, held]);
      expect([await rowsLeft(old), await rowsLeft(overdue), await cases.linked(young)]).toEqual([0, 0, []]);
      expect(await rowsLeft(young)).toBeGreaterThan(0);
      const erasures = await cases.database.db.selectFrom('erasures').select(['at', 'why', 'cases']).execute();
      expect(erasures).toEqual([
        { at: now, why: 'kept for 30 days: resolved', cases: 1 },
        { at: now, why: 'kept for 10 days: parked', cases: 1 },
      ]);
      expect(await expireCases(cases, retention, now)).toEqual({ byOutcome: new Map(), cases: 0 });
      expect((await verifyCases(cases, kb)).findings).toEqual([]);
    });

    test('the last day counts whole, and what has no time stays', async () => {
      await keep(resolved, { at: '2026-10-29T11:57:30.000Z' });
      const untimed = await keep([]);
      await cases.database.db
        .updateTable('cases')
        .set({ outcome: 'resolved', changed: '' })
        .where('number', '=', untimed)
        .execute();
      expect((await expireCases(cases, retention, '2026-11-28T12:00:00.000Z')).cases).toBe(0);
      expect((await expireCases(cases, retention, '2026-11-28T12:00:00.001Z')).cases).toBe(1);
      expect(await left()).toEqual([untimed]);
    });
  });

  describe('a caller who is forgotten', () => {
    const hers: readonly Input[] = [
      { contact: '0170 123-4567' },
      { note: 'Mme Élise Bérot asks for a call' },
      { said: 'élise bérot speaking', offered: [], missed: ['bérot'] },
      ...resolved,
    ];

    test('is found by name, contact or account, however it is written', async () => {
      const one = await keep(hers, { caller: 'Élise Bérot' });
      const two = await keep([{ caller: 'ELISE  berot' }, { account: 'K-17' }]);
      await keep([{ caller: 'Elise' }]);
      const found = async (who: string) => (await findCaller(cases, who)).cases.map(({ number }) => number);
      expect(await found('elise berot')).toEqual([two, one]);
      expect(await found('(0170) 1234567')).toEqual([one]);
      expect(await found('k-17')).toEqual([two]);
      expect([await found('Berot'), await found('  '), await found('%')]).toEqual([[], [], []]);
      expect((await findCaller(cases, 'elise berot')).words).toEqual([
        'elise berot',
        'ELISE  berot',
        'K-17',
        'Élise Bérot',
        '0170 123-4567',
      ]);
    });

    test('is gone from every table and from the bytes of the files', async () => {
      const hersToo = [await keep(hers, { caller: 'Élise Bérot' }), await keep(hers, { caller: 'elise berot' })];
      const other = await keep([{ note: 'Elise is a nice name' }], { caller: 'Mr Kim' });
      const folder = mkdtempSync(join(tmpdir(), 'faultline-erase-'));
      writeFileSync(join(folder, 'call-1.json'), '{"words":"no trace of her"}');
      const { cases: found, words } = await findCaller(cases, 'elise berot');
      const inBytes = (): boolean =>
        ['', '-wal'].some((end) => readFileSync(`${cases.label}${end}`).includes(Buffer.from('élise bérot')));
      if (dialect === 'sqlite') expect(inBytes()).toBe(true);

      const numbers = found.map(({ number }) => number);
      expect(numbers.toSorted((a, b) => a - b)).toEqual(hersToo);
      const forgotten = await forgetCaller(cases, { cases: numbers, words, folders: [folder] }, now);
      expect(forgotten).toMatchObject({ erased: 2, shared: [], traces: { inCases: [], inFiles: [] } });
      expect(forgotten.notScrubbed).toBeUndefined();
      const files = dialect === 'sqlite' ? [cases.label, `${cases.label}-wal`, `${cases.label}-shm`] : [];
      expect(forgotten.traces.files).toEqual([...files, join(folder, 'call-1.json')]);
      expect(forgotten.traces.tables).toEqual(expect.arrayContaining(['cases', 'events', 'texts', 'sayings', 'links']));
      if (dialect === 'sqlite') expect(inBytes()).toBe(false);
      expect(await left()).toEqual([other]);
      const erasures = await cases.database.db.selectFrom('erasures').select(['why', 'cases']).execute();
      expect(erasures).toEqual([{ why: 'a caller was forgotten', cases: 2 }]);
    });

    test('is told where traces are left: in cases of others, ties and files beside the store', async () => {
      const hersToo = await keep(hers, { caller: 'Élise Bérot' });
      const mention = await keep([{ note: 'Call ELISE BEROT back at 01701234567' }], { caller: 'Mr Kim' });
      const tied = await keep([]);
      const silent = await keep([{ note: 'Elisee Berots, 017012345678' }]);
      await cases.link(tied, silent, 'both know Elise Berot', now);
      const folder = mkdtempSync(join(tmpdir(), 'faultline-erase-'));
      writeFileSync(join(folder, 'call-1.json'), `${'x'.repeat(1024 * 1024 - 3)}ÉLISE BÉROT`);
      const { words } = await findCaller(cases, 'Élise Bérot');
      const { traces } = await forgetCaller(cases, { cases: [hersToo], words, folders: [folder] }, now);
      expect(traces.inCases).toEqual([
        { number: mention, where: ['events event', 'texts text'] },
        { number: tied, where: ['links why'] },
      ]);
      expect(traces.inFiles).toContain(join(folder, 'call-1.json'));
    });

    test('an account of others is neither looked for nor taken from them', async () => {
      const hersToo = await keep([{ account: 'ACME' }], { caller: 'Ms Lee' });
      await keep([{ account: 'Acme' }], { caller: 'Mr Kim' });
      const { words } = await findCaller(cases, 'ms lee');
      const { shared, traces } = await forgetCaller(cases, { cases: [hersToo], words }, now);
      expect([shared, traces.inCases]).toEqual([['ACME'], []]);
    });

    test('everywhere: the words go from cases of others, which stay whole; one that would change is left', async () => {
      const files = [
        {
          path: 'knowledge-base.yaml',
          text: 'knowledge_base: o\ntitle: O\ndesks: { d: { name: D } }\ndefault_desk: d\n',
        },
      ];
      const { knowledgeBase: gone } = await loadTexts(files);
      const mention = await keep(
        [{ note: 'Lee, Ann Lee and sleep' }, { said: 'i am ann lee', offered: [], missed: ['ann lee'] }, ...resolved],
        { words: 'for Ann  Lee', caller: 'Mr Kim' },
      );
      const foreign = await keepWhole(cases, gone, {
        format: 1,
        tree: '',
        knowledge: gone.hash,
        words: 'Ann Lee',
        events: [{ said: 'Ann Lee', offered: [], missed: [] }],
      });
      const held = await keep([{ note: 'Ann Lee' }]);
      await cases.hold(held, { token: 't', name: 'Ana', forMs: 60_000 });
      await cases.link(mention, foreign, 'Ann Lee again', now);
      const before = await cases.read(mention);
      expect(await forgetEverywhere(cases, kb, [mention], ['yes'])).toEqual({
        changed: [],
        left: [{ number: mention, why: 'would change' }],
      });
      expect(await cases.read(mention)).toEqual(before);

      const result = await forgetEverywhere(cases, kb, [mention, foreign, held, 99_999], ['Ann Lee']);
      expect(result).toEqual({ changed: [mention, foreign], left: [{ number: held, why: 'open' }] });
      const after = await cases.read(mention);
      expect(after).toMatchObject({ words: 'for [caller]', outcome: 'resolved', version: before?.version });
      expect(after?.session.events.slice(0, 2)).toMatchObject([
        { note: 'Lee, [caller] and sleep' },
        { said: 'i am [caller]', missed: ['[caller]'] },
      ]);
      expect((await cases.read(foreign))?.session).toMatchObject({ words: '[caller]', events: [{ said: '[caller]' }] });
      expect((await cases.linked(mention)).map(({ why }) => why)).toEqual(['[caller] again']);
      const { findings } = await verifyCases(cases, kb);
      expect(findings).toEqual([]);
      expect((await cases.list({ text: '[caller] resolved' }, { limit: 9 })).length).toBe(0);
      expect((await cases.list({ text: '[caller] sleep' }, { limit: 9 })).map(({ number }) => number)).toEqual([
        mention,
      ]);
      const { traces } = await forgetCaller(cases, { cases: [], words: ['Ann Lee'] }, now);
      expect(traces.inCases.map(({ number }) => number)).toEqual([held]);
    });
  });
});
