import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type CaseStore,
  headlinesOf,
  makeReport,
  type Names,
  noNames,
  openStore,
  type Report,
  type ReportId,
  type ReportOptions,
} from '../../src/index.js';
import { eachDatabase } from '../cases/each-database.js';
import { type PlantedCase, plant } from './plant.js';

const times = <Item>(count: number, item: (index: number) => Item): readonly Item[] =>
  Array.from({ length: count }, (_, index) => item(index));

/** Cases whose figures are known: what each is for stands in the test that looks at it. */
const cases: readonly PlantedCase[] = [
  // 1 to 3: solved in the week of 2 November; the caller of the first comes back with case 6.
  ...times(3, (index) => ({
    day: '2026-11-03',
    of: { fault: 'printer/paused', caller_key: `caller ${index}`, satisfaction: 5 - index, took: 60_000 * (index + 1) },
    faults: [{ fault: 'paused' }],
    questions: [{ took: 10_000 * (index + 1) }, { question: 'fact:os', reply: 'dont-know', took: 0, confused: 2 }],
    steps: [{}, { sequence: 9, step: 1, result: 'skipped', why: 'no time', took: 1_000 }],
    agents: [{ agent: 'Ana' }],
  })),
  // 4: not solved, referred; the time of the call was not measured.
  {
    day: '2026-11-10',
    of: {
      ...{
        outcome: 'referred',
        place: 'printer/second-line',
        desk: 'second-line',
        reason: 'Needs a spare part',
        took: 0,
      },
      ...{ fault: 'printer/jam', last_agent: 'Ben' },
    },
    faults: [
      { fault: 'paused', status: 'ruled-out' },
      { fault: 'jam', status: 'found', mended: 0 },
    ],
    steps: [{ solved: 0 }, { sequence: 7, step: 1, result: 'tried', solved: 0 }],
    agents: [
      { agent: 'Ana', took: 0 },
      { agent: 'Ben', took: 90_000 },
    ],
  },
  // 5: nothing found, parked; with words that found no tree, a name and a number among them.
  {
    day: '2026-11-11',
    of: {
      outcome: 'parked',
      place: '',
      tree: '',
      fault: null,
      caller: 'Jane Miller',
      reason: 'Lunch',
      last_agent: 'Ben',
    },
    sayings: [
      { said: 'My Gizmo  is dead!', offered: 3, missed: 'gizmo' },
      { sequence: 5, said: 'jane miller here, my gizmo is dead', offered: 1, missed: 'gizmo jane' },
      { sequence: 6, said: 'the blue one', question: 'printer/power#1' },
      { sequence: 7, said: 'it is on', question: 'printer/power#1', chose: 'on' },
    ],
    facts: [{ fact: 'badge', value: 'Zorro77', personal: 1 }],
    agents: [{ agent: 'Ben' }],
  },
  // 6: the first caller again, nine days after; by chat, with a new version of the tree.
  {
    day: '2026-11-12',
    of: { fault: 'printer/paused', caller_key: 'caller 0', channel: 'chat', tree_version: 'v2', knowledge: 'k2' },
    faults: [{ fault: 'paused', tree_version: 'v2' }],
    questions: [{ tree_version: 'v2', took: 4_000 }],
    steps: [{ tree_version: 'v2' }],
    agents: [{ agent: 'Ana' }],
  },
  // 7: after the time of the reports.
  { day: '2026-11-29', of: { fault: 'printer/paused' }, faults: [{ fault: 'paused' }], questions: [{}], steps: [{}] },
];

const month: ReportOptions = { since: '2026-11-02', until: '2026-11-28', redact: hide };

function hide(text: string, words: readonly string[]): string {
  return words.reduce((hidden, word) => hidden.replace(new RegExp(word, 'gi'), '[personal]'), text);
}

eachDatabase(({ fresh }) => {
  let store: CaseStore;
  beforeAll(async () => {
    store = await openStore(await fresh());
    await plant(store, cases);
  }, 60_000);
  afterAll(() => store.close());

  const report = (id: ReportId, options: Partial<ReportOptions> = {}, names: Names = noNames): Promise<Report> =>
    makeReport(id, store.database, { ...month, ...options }, names);
  const rows = async (id: ReportId, options: Partial<ReportOptions> = {}, names: Names = noNames) =>
    (await report(id, options, names)).rows;

  test('faults: how often each was found, and the time of its calls as far as it was measured', async () => {
    const [paused, jam, ...others] = await rows('faults');
    expect(paused).toMatchObject({ id: 'printer/paused', calls: 4, time: 420_000, each: 105_000, trend: [3, 1, 0, 0] });
    expect(paused?.share).toMatchObject({ count: 4, of: 6 });
    // Ruled out is not found; a time that was not measured is none, and not zero.
    expect(jam).toMatchObject({ id: 'printer/jam', calls: 1, time: null, each: null });
    expect(others).toEqual([]);
  });

  test('faults: versions count together, or each by itself', async () => {
    const split = await rows('faults', { byVersion: true });
    expect(split.map(({ id, version, calls }) => [id, version, calls])).toEqual([
      ['printer/paused', 'v1', 3],
      ['printer/jam', 'v1', 1],
      ['printer/paused', 'v2', 1],
    ]);
  });

  test('fixes: solved of those that were verified, in the newest version; what is older is told', async () => {
    const [row, ...others] = await rows('fixes');
    expect(row).toMatchObject({ version: 'v2', tried: 1, solved: 1, not: 0, others: 4 });
    expect(others).toEqual([]);
    const inUse = await rows('fixes', {}, { ...noNames, version: () => 'v1' });
    expect(inUse[0]).toMatchObject({ version: 'v1', tried: 4, solved: 3, not: 1, median: 20_000, others: 1 });
    expect(inUse[0]?.success).toMatchObject({ count: 3, of: 4 });
  });

  test('steps: done, skipped and tried, and what came of it', async () => {
    const [first, second] = await rows('steps', {}, { ...noNames, version: () => 'v1' });
    expect(first).toMatchObject({ id: 'printer/paused/0', read: 4, done: 4, median: 30_000, slow: 30_000 });
    expect(first?.solved).toMatchObject({ count: 3, of: 4 });
    // Skipped or tried before: not done, so nothing came of it.
    expect(second).toMatchObject({ id: 'printer/paused/1', read: 4, done: 0, skipped: 3, tried: 1, solved: null });
  });

  test('skipped steps: how often, and why where three calls say so', async () => {
    const [row, ...others] = await rows('skipped-steps', {}, { ...noNames, version: () => 'v1' });
    expect(row).toMatchObject({ id: 'printer/paused/1', passed: 4, skipped: 3, tried: 1, why: ['no time (3)'] });
    expect(row?.share).toMatchObject({ count: 4, of: 4 });
    expect(row?.solved).toMatchObject({ count: 3, of: 4 });
    expect(others).toEqual([]);
  });

  test('unresolved: where calls ended without a solution, of all that ended in the tree', async () => {
    const [row, ...others] = await rows('unresolved', { byVersion: true });
    expect(row).toMatchObject({ id: 'printer/second-line', ended: 1, referred: 1, open: 0 });
    expect(row?.share).toMatchObject({ count: 1, of: 4 });
    expect(others).toEqual([]);
  });

  test('questions: time, what is not known, and what is not understood', async () => {
    const found = await rows('questions', {}, { ...noNames, version: () => 'v1' });
    const [power, os] = found;
    expect(power).toMatchObject({
      id: 'printer/power',
      asked: 3,
      median: 20_000,
      mean: 20_000,
      slow: 30_000,
      others: 1,
    });
    expect(os).toMatchObject({ id: 'printer/fact:os', asked: 3, median: null, time: null, 'dont-know': 3 });
    expect(os?.unknown).toMatchObject({ count: 3, of: 3 });
    expect(os?.confused).toMatchObject({ count: 3, of: 3 });
  });

  test('unknown words: put together as they were said, without what tells who said it', async () => {
    expect(await rows('unknown-words')).toEqual([
      { words: '[personal] here my gizmo is dead', times: 1, offered: 1, last: '2026-11-11' },
      { words: 'my gizmo is dead', times: 1, offered: 3, last: '2026-11-11' },
    ]);
    expect(await rows('missed-words')).toEqual([
      { words: 'gizmo', times: 2, last: '2026-11-11' },
      { words: '[personal]', times: 1, last: '2026-11-11' },
    ]);
    expect(await rows('unknown-replies')).toMatchObject([{ words: 'the blue one', id: 'printer/power', times: 1 }]);
  });

  test('words are shown as they were said only where that is asked for, and not at all without a redactor', async () => {
    const said = JSON.stringify(await rows('unknown-words', { personal: true }));
    expect(said).toContain('jane miller');
    const { since, until } = month;
    expect((await makeReport('unknown-words', store.database, { since, until }, noNames)).rows).toEqual([]);
  });

  test('agents: parts, ends and what waits', async () => {
    const [ana, ben] = await rows('agents');
    expect(ana).toMatchObject({
      agent: 'Ana',
      calls: 5,
      time: 240_000,
      each: 60_000,
      parked: 0,
      satisfaction: 4,
      asked: 3,
    });
    expect(ana?.resolved).toMatchObject({ count: 4, of: 4 });
    expect(ben).toMatchObject({ agent: 'Ben', calls: 2, parked: 1, satisfaction: null });
    expect(ben?.resolved).toMatchObject({ count: 0, of: 1 });
  });

  test('desks: what was referred; a reason that one call gave is not shown', async () => {
    expect(await rows('desks')).toMatchObject([{ id: 'second-line', calls: 1, visits: 0, before: null, reasons: [] }]);
    const [desk] = await rows('desks', { personal: true });
    expect(desk?.reasons).toEqual(['Needs a spare part (1)']);
  });

  test('weeks: ends of those that have ended, and what the first call did', async () => {
    const { rows: found, totals } = await report('weeks');
    expect(found.map(({ week, calls }) => [week, calls])).toEqual([
      ['2026-11-02', 3],
      ['2026-11-09', 3],
      ['2026-11-16', 0],
      ['2026-11-23', 0],
    ]);
    expect(found[0]).toMatchObject({ median: 120_000, satisfaction: 4, asked: 3, part: null });
    expect(found[3]).toMatchObject({ resolved: null, median: null, satisfaction: null, part: 'not whole' });
    expect(found[1]).toMatchObject({ open: 1, referred: 1 });
    expect(totals?.resolved).toMatchObject({ count: 4, of: 5 });
    // Three callers are known and no repeat; one of them came back. What is newer than two weeks cannot tell yet.
    expect(found[0]?.first).toMatchObject({ count: 2, of: 3 });
    expect(found[1]?.first).toBeNull();
  });

  test('repeat callers: the same caller with the same fault within two weeks', async () => {
    const [row] = await rows('repeat-callers');
    expect(row).toMatchObject({ id: 'printer/paused', back: 1, days: 9, cases: ['1-3 then 6-8'] });
    // Case 6 is solved too, but whether it stays so can be told in full for cases up to 15 November.
    expect(row?.share).toMatchObject({ count: 1, of: 4 });
  });

  test('headlines', async () => {
    const found = new Map((await headlinesOf(store.database, month)).map((each) => [each.id, each.value]));
    expect(found.get('calls')).toBe(6);
    expect(found.get('resolved')).toMatchObject({ count: 4, of: 5 });
    expect(found.get('median')).toBe(60_000);
    expect(found.get('waiting')).toBe(1);
  });

  describe('filters', () => {
    const every: readonly ReportId[] = ['faults', 'fixes', 'steps', 'questions', 'weeks', 'agents'];
    test.each(every)('%s takes them all together', async (id) => {
      const options = { tree: 'printer', agent: 'ana', channel: 'chat', byVersion: true };
      const found = await rows(id, options);
      const count = (row: (typeof found)[number]): unknown => row.read ?? row.calls ?? row.tried ?? row.asked;
      expect(found.map(count).filter((each) => each !== 0)).toEqual([1]);
      expect((await rows(id, { desk: 'nowhere' })).filter((row) => count(row) !== 0)).toEqual([]);
    });

    test('the last day counts, and the day after does not', async () => {
      const day = await rows('faults', { since: '2026-11-29', until: '2026-11-29' });
      expect(day).toMatchObject([{ calls: 1 }]);
      expect(await rows('faults', { since: '2026-11-13', until: '2026-11-28' })).toEqual([]);
    });
  });

  test('nothing personal is in any report', async () => {
    const ids: readonly ReportId[] = ['faults', 'unresolved', 'unknown-words', 'unknown-replies', 'agents', 'together'];
    for (const id of [...ids, 'desks', 'weeks', 'repeat-callers', 'questions'] as const) {
      const text = JSON.stringify(await report(id));
      expect([id, /miller|zorro|caller 0/i.test(text)]).toEqual([id, false]);
    }
  });
});
