import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type CaseDetails, detailsOf } from '../../src/cases/index.js';
import { type CaseStore, type KnowledgeBase, openStore, type Session } from '../../src/index.js';
import { loadShipped } from '../knowledge-base/load-shipped.js';
import { dice, playRandom, wanderingInput } from '../session/random-calls.js';
import { callOf, holdOf, kept, noon, withEvents } from './a-call.js';
import { eachDatabase } from './each-database.js';

let kb: KnowledgeBase;
beforeAll(async () => {
  ({ knowledgeBase: kb } = await loadShipped());
});

/** Texts with everything that a database, JSON or SQL could stumble over. */
const strange = fc.oneof(
  fc.string({
    unit: fc.constantFrom(
      ...['\u0000', '\ud83d', '\ude00', '😀', 'é', 'e\u0301', 'ß', '\u200f', '\u2028', '\u0007', '\n', '\r'],
      ...["'", '"', '\\', '%', '_', '$1', '?', ';--', '{', '[', ' ', 'a', 'Z'],
    ),
    maxLength: 30,
  }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constant('x\u0000😀'.repeat(3_000)),
  // No two alike, so that nothing can be packed.
  fc.constant(
    Array.from({ length: 10_000 }, (_, index) => String.fromCodePoint(0x4e00 + ((index * 7_919) % 20_000))).join(''),
  ),
);

/** A text as a column gives it back: PostgreSQL has no U+0000, and half a character is none. */
const asColumn = (text: string): string => text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd');

const tables = ['faults', 'questions', 'steps', 'facts', 'sayings', 'agents'] as const;

async function detailsStored(store: CaseStore, number: number): Promise<Omit<CaseDetails, 'treeVersion' | 'text'>> {
  const rows = await Promise.all(
    tables.map(
      async (table) =>
        [
          table,
          await store.database.db.selectFrom(table).selectAll().where('case_number', '=', number).execute(),
        ] as const,
    ),
  );
  return Object.fromEntries(rows) as unknown as Omit<CaseDetails, 'treeVersion' | 'text'>;
}

/** Rows in an order that does not depend on the database. */
function sorted(rows: readonly object[]): readonly string[] {
  return rows.map((row) => JSON.stringify(Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1)))).sort();
}

eachDatabase(({ dialect, fresh }) => {
  const numRuns = dialect === 'sqlite' ? 120 : 40;
  let store: CaseStore;
  beforeAll(async () => {
    store = await openStore(await fresh());
  });
  afterAll(() => store.close());

  test('a call of any kind is read back as it was kept, event by event and at once', async () => {
    await fc.assert(
      fc.asyncProperty(dice, fc.boolean(), async (call, wanders) => {
        const { sessions, session } = await playRandom(kb, call, wanders ? wanderingInput : undefined);
        const hold = holdOf('Ana');
        const id = randomUUID();
        let before: { readonly number: number; readonly version: number } | undefined;
        for (const each of sessions.slice(-3))
          before = await kept(store, kb, each, { id, hold, ...(before && { kept: before }) });
        expect((await store.read(id))?.session).toEqual(session);
      }),
      { numRuns },
    );
  });

  test('what is worked out of a call is stored as it is', async () => {
    await fc.assert(
      fc.asyncProperty(dice, fc.boolean(), async (call, wanders) => {
        const { session } = await playRandom(kb, call, wanders ? wanderingInput : undefined);
        const { number } = await kept(store, kb, session);
        const stored = await store.read(number);
        if (stored === undefined) throw new Error('the case is gone');
        expect(await store.detail(kb, stored)).toBe(true);
        const { treeVersion, text, ...expected } = await detailsOf(kb, number, session, noon.slice(0, 10));
        const found = await detailsStored(store, number);
        for (const table of tables) expect([table, sorted(found[table])]).toEqual([table, sorted(expected[table])]);
        const texts = await store.database.db
          .selectFrom('texts')
          .select('text')
          .where('case_number', '=', number)
          .execute();
        expect(texts).toEqual([{ text }]);
        expect((await store.read(number))?.treeVersion).toBe(treeVersion);
      }),
      { numRuns },
    );
  });

  test('whatever is typed in, the call is kept and can be counted', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(strange, { minLength: 9, maxLength: 9 }), async (texts) => {
        const [a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = '', i = ''] = texts;
        const { session } = await playRandom(kb, { tree: 0, throws: [[0, 1]] });
        const told: Session = withEvents(
          { ...session, words: a, agent: b, caller: c },
          { note: d },
          { said: e, offered: [f], missed: [g, h] },
          { resumed: i },
          { caller: d },
          { contact: e },
          { account: f },
          { device: g },
          { promised: h },
          { tell: { 'printer.model': i }, source: 'caller' },
          { parked: a, callBack: noon },
          { abandoned: b },
        );
        const { id, number } = await kept(store, kb, told);
        const stored = await store.read(id);
        expect(stored?.session).toEqual({
          ...told,
          words: asColumn(a),
          agent: asColumn(b),
          caller: asColumn(c),
        });
        // Kept again from what is still in the memory of the terminal: the same call.
        expect(await kept(store, kb, told, { id })).toMatchObject({ number });
        if (stored === undefined) throw new Error('the case is gone');
        expect(await store.detail(kb, stored)).toBe(true);
        for (const text of [d, e, f, g])
          if (texts.join('').length < 1_000 && text.trim() !== '')
            expect((await store.list({ text }, { limit: 1 })).length).toBe(1);
        await store.earlier({ name: d, contact: e, account: f, device: g });
        await store.list({ caller: d, device: g, agent: i, desk: a, tree: b, fault: c, channel: e }, { limit: 1 });
      }),
      { numRuns: numRuns / 2 },
    );
  });

  test('what is typed in is found again', async () => {
    const { session } = await playRandom(kb, { tree: 0, throws: [[0, 1]] });
    const id = randomUUID();
    const call = await callOf(
      kb,
      withEvents(session, { caller: 'Åsa O’Neil-Öztürk 😀' }, { device: 'x'.repeat(20_000) }),
      { id },
    );
    expect((await store.keep(call)).result).toBe('kept');
    const found = await store.earlier({ name: 'ÅSA o’neil-öztürk 😀', device: `${'X'.repeat(20_000)}` });
    expect(found.map(({ case: { id: of }, same }) => [of, same])).toEqual([[id, ['name', 'device']]]);
  });
});
