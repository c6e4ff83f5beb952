import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { callerKey } from '../../src/cases/index.js';
import {
  type CaseFilter,
  type CaseStanding,
  type CaseStore,
  type CaseSummary,
  type KnowledgeBase,
  loadFolder,
  openStore,
  start,
} from '../../src/index.js';
import { callOf, holdOf, kept, noon, withEvents } from './a-call.js';
import { eachDatabase } from './each-database.js';

const outcomes = ['resolved', 'referred', 'parked', 'open', 'visit'] as const;
const agents = ['Ana', 'ANA', 'Ömer', 'ömer', "O'Neil", undefined] as const;
const callers = [
  'Ms Lee',
  'ms  lee',
  'Müller',
  'MULLER',
  '+49 30 1234567',
  '0049 30 1234567',
  '100%',
  undefined,
] as const;
const faults = ['printer/no-paper', 'wifi/router', 'wifi/no-paper', undefined] as const;
const words = ['100% sure', 'a_b', 'axb', 'c:\\temp', "it's", 'ÄRGER', 'snow ☃', '"quoted"', 'nothing'] as const;
const times = [
  '2026-11-27T23:59:59.999Z',
  '2026-11-28T00:00:00.000Z',
  '2026-11-28T12:00:00.000Z',
  '2026-12-01T08:00:00Z',
] as const;

interface Made {
  readonly standing: CaseStanding;
  readonly number: number;
  readonly tree: string;
  readonly text: string;
  readonly isHeld: boolean;
}

/** What a filter means, in plain JavaScript. */
function fits({ standing, tree, text, isHeld }: Made, filter: CaseFilter): boolean {
  const same = (one: string | undefined, other: string): boolean =>
    callerKey(one) !== undefined && callerKey(one) === callerKey(other);
  const { name, contact, account, device, agent, fault } = standing;
  return (
    (filter.outcome?.includes(standing.outcome) ?? true) &&
    (filter.agent === undefined || same(agent, filter.agent)) &&
    (filter.desk === undefined || standing.desk === filter.desk) &&
    (filter.tree === undefined || tree === filter.tree) &&
    (filter.fault === undefined || fault === filter.fault || fault?.split('/')[1] === filter.fault) &&
    (filter.channel === undefined || standing.channel === filter.channel) &&
    (filter.caller === undefined || [name, contact, account].some((each) => same(each, filter.caller ?? ''))) &&
    (filter.device === undefined || same(device, filter.device)) &&
    (filter.since === undefined || standing.begun >= filter.since) &&
    (filter.until === undefined || standing.begun < filter.until) &&
    (filter.held !== true || isHeld) &&
    (filter.text ?? '')
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word))
  );
}

const optional = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 2 });

const filters = fc.record(
  {
    outcome: fc.subarray([...outcomes]),
    agent: fc.constantFrom('ana', 'ÖMER', 'Ömer', "o'neil", '', '%', 'nobody'),
    desk: fc.constantFrom('second-line', '%', 'security'),
    tree: fc.constantFrom('printer', 'wifi', 'print%'),
    fault: fc.constantFrom('no-paper', 'wifi/router', 'wifi/no-paper', 'no_paper', '%', '\\', 'paper', 'router'),
    channel: fc.constantFrom('phone', 'chat'),
    caller: fc.constantFrom('MS LEE', 'müller', 'mueller', '+4930 1234567', '', ' ', '100%', '1000'),
    device: fc.constantFrom('laptop-1', 'LAPTOP-2', 'laptop%'),
    since: fc.constantFrom('2026', '2026-11', '2026-11-28', '2026-11-28T12:00:00.000Z', '2026-12'),
    until: fc.constantFrom('2026-11-28', '2026-12', '2026-11-28T12', '2027'),
    held: fc.boolean(),
    text: fc.constantFrom(
      ...['%', '_', '\\', "'", '"', '100%', 'a_b', 'AXB', 'c:\\TEMP', 'ärger', '☃', 'printer', 'the printer', '', '  '],
      ...["' or 1=1 --", 'x'.repeat(60_000), '%%%%', 'a b c d e f g h i j k l m n o p q r s t u v w x y z'],
    ),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<CaseFilter>;

let kb: KnowledgeBase;
beforeAll(async () => {
  ({ knowledgeBase: kb } = await loadFolder('test/fixtures/desk'));
});

eachDatabase(({ dialect, fresh }) => {
  let store: CaseStore;
  const made: Made[] = [];

  const cases = fc.record({
    tree: fc.constantFrom('printer', 'wifi'),
    outcome: fc.constantFrom(...outcomes),
    agent: fc.constantFrom(...agents),
    name: optional(callers),
    contact: optional(callers),
    account: optional(callers),
    device: optional(['laptop-1', 'LAPTOP-1', 'laptop-2']),
    fault: fc.constantFrom(...faults),
    desk: optional(['second-line', 'security']),
    channel: fc.constantFrom('phone', 'chat'),
    begun: fc.constantFrom(...times),
    said: fc.subarray([...words]),
    isHeld: fc.boolean(),
  });

  beforeAll(async () => {
    store = await openStore(await fresh());
    for (const each of fc.sample(cases, { numRuns: 150, seed: 7 })) {
      const { tree, said, isHeld, name, contact, account, device, agent, fault, desk, ...rest } = each;
      const standing = {
        ...rest,
        ...Object.fromEntries(
          Object.entries({ name, contact, account, device, agent, fault, desk }).filter(
            ([, value]) => value !== undefined,
          ),
        ),
        changed: rest.begun,
        situation: 'asking',
        place: `${tree}/x`,
        took: 1,
      } as CaseStanding;
      const session = withEvents(start(kb, { tree, at: rest.begun }), ...said.map((note) => ({ note })));
      const { number } = await kept(store, kb, session, { standing, ...(isHeld ? { hold: holdOf('Ana') } : {}) });
      const stored = await store.read(number);
      if (stored === undefined) throw new Error('the case is gone');
      expect(await store.detail(kb, stored)).toBe(true);
      const title = kb.trees.get(tree)?.title ?? '';
      made.push({ standing, number, tree, isHeld, text: [...said, title].join('\n').toLowerCase() });
    }
  });
  afterAll(() => store.close());

  const byModel = (filter: CaseFilter): readonly number[] =>
    made
      .filter((each) => fits(each, filter))
      .map(({ number }) => number)
      .reverse();

  test('a list has what the filter says, the newest first, and so many as were counted', async () => {
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const expected = byModel(filter);
        expect((await store.list(filter, { limit: 1_000 })).map(({ number }) => number)).toEqual(expected);
        expect(await store.count(filter)).toBe(expected.length);
      }),
      { numRuns: dialect === 'sqlite' ? 300 : 150 },
    );
  });

  test.each<[string, CaseFilter]>([
    ['a word', { text: 'x'.repeat(60_000) }],
    ['a word of signs that stand for any', { text: '%'.repeat(60_000) }],
    ['a fault', { fault: '_'.repeat(60_000) }],
    ['a name', { caller: 'é'.repeat(60_000) }],
    ['a list of words', { text: 'word '.repeat(10_000) }],
    ['no outcome at all', { outcome: [] }],
  ])('however much is looked for, nothing is found where there is nothing: %s', async (_, filter) => {
    expect(await store.list(filter, { limit: 10 })).toEqual([]);
    expect(await store.count(filter)).toBe(0);
  });

  test.each([...outcomes])('each filter finds something by itself: %s', async (outcome) => {
    expect(await store.count({ outcome: [outcome] })).toBe(byModel({ outcome: [outcome] }).length);
    expect(await store.count({ outcome: [outcome] })).toBeGreaterThan(5);
  });

  test('every field of the summary is what was kept', async () => {
    for (const { number, standing, tree } of made.slice(0, 20)) {
      const stored = await store.read(number);
      expect(stored).toMatchObject({ ...standing, tree, number });
      const [listed] = await store.list({}, { limit: 1, before: number + 1 });
      const { session: _, ...summary } = stored as CaseSummary & { session: unknown };
      expect(listed).toEqual(summary);
    }
  });

  test('pages follow each other without a gap or a double while cases are added', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 7, max: 40 }), optional(outcomes), async (limit, outcome) => {
        const filter = outcome === undefined ? {} : { outcome: [outcome] };
        const before = (await store.list(filter, { limit: 10_000 })).map(({ number }) => number);
        const seen: number[] = [];
        for (let page = await store.list(filter, { limit }); page.length > 0; ) {
          seen.push(...page.map(({ number }) => number));
          await store.keep(await callOf(kb, start(kb, { tree: 'wifi', at: noon }), { id: randomUUID() }));
          page = await store.list(filter, { limit, before: seen.at(-1) ?? 0 });
        }
        expect(seen).toEqual(before);
      }),
      { numRuns: 6 },
    );
  });
});
