import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type CaseStore, type KnowledgeBase, loadFolder, openStore, start, step } from '../../src/index.js';
import { callOf, holdOf, kept, noon, withEvents } from './a-call.js';
import { eachDatabase } from './each-database.js';

let kb: KnowledgeBase;
beforeAll(async () => {
  ({ knowledgeBase: kb } = await loadFolder('test/fixtures/desk'));
});

eachDatabase(({ fresh }) => {
  let store: CaseStore;
  let other: CaseStore;
  beforeAll(async () => {
    const where = await fresh();
    store = await openStore(where);
    other = await openStore(where);
  });
  afterAll(async () => {
    await store.close();
    await other.close();
  });

  const begun = () => start(kb, { tree: 'wifi', at: noon, agent: 'Ana' });

  /** Lets the time of a hold run out. */
  const expire = (number: number) =>
    store.database.db.updateTable('cases').set({ held_until: 1 }).where('number', '=', number).execute();

  test('of twenty that take a case at once one gets it, and the others hear who that is', async () => {
    const { number } = await kept(store, kb, begun());
    const holds = Array.from({ length: 20 }, (_, index) => holdOf(`agent ${index}`));
    const taken = await Promise.all(holds.map((hold, index) => (index % 2 === 0 ? store : other).hold(number, hold)));
    const winners = holds.filter((_, index) => taken[index]?.held);
    expect(winners.length).toBe(1);
    const names = taken.flatMap((each) => (each.held ? [] : [each.holder.name]));
    expect(names).toEqual(Array.from({ length: 19 }, () => winners[0]?.name));
    expect((await store.read(number))?.holder?.name).toBe(winners[0]?.name);
  });

  test('who begins a call holds it', async () => {
    const { number } = await kept(store, kb, begun(), { hold: holdOf('Ana on desk-1') });
    const taken = await other.hold(number, holdOf('Ben'));
    if (taken.held) throw new Error('it was taken');
    const { name, since, until } = taken.holder;
    expect(name).toBe('Ana on desk-1');
    expect(until - since).toBe(60_000);
    expect(await other.count({ held: true })).toBeGreaterThan(0);
  });

  test('a hold that ran out is free for the next one, and shown to nobody', async () => {
    const ana = holdOf('Ana');
    const { number } = await kept(store, kb, begun(), { hold: ana });
    await expire(number);
    expect((await store.read(number))?.holder).toBeUndefined();
    const ben = holdOf('Ben');
    expect(await other.hold(number, ben)).toEqual({ held: true });
    expect(await store.renew(number, ana)).toBe(false);
    expect(await other.renew(number, ben)).toBe(true);
  });

  test('a sign of life makes a hold last longer, by the clock of the store', async () => {
    const { number } = await kept(store, kb, begun(), { hold: holdOf('Ana', 1) });
    const hold = holdOf('Ana');
    await store.hold(number, hold, true);
    await expire(number);
    expect(await store.renew(number, hold)).toBe(true);
    const until = (await store.read(number))?.holder?.until ?? 0;
    expect(until - (await store.database.now())).toBeGreaterThan(30_000);
  });

  test('the hold of an agent who was silent for too long stands as long as nobody took it', async () => {
    const hold = holdOf('Ana');
    const before = await kept(store, kb, begun(), { hold });
    await expire(before.number);
    await kept(store, kb, withEvents(begun(), { note: 'back again' }), { id: before.id, hold, kept: before });
    expect((await store.read(before.number))?.holder?.name).toBe('Ana');
  });

  test('after a take-over the next event of the former holder is refused, and who has it is told', async () => {
    const ana = holdOf('Ana');
    const ben = holdOf('Ben');
    const before = await kept(store, kb, begun(), { hold: ana });
    expect((await other.hold(before.number, ben)).held).toBe(false);
    expect(await other.hold(before.number, ben, true)).toEqual({ held: true });
    const late = await callOf(kb, withEvents(begun(), { note: 'too late' }), {
      id: before.id,
      hold: ana,
      kept: before,
    });
    const refused = { result: 'taken', number: before.number, by: 'Ben' };
    expect(await store.keep(late)).toEqual(refused);
    // Also where nobody knows any more what was kept.
    const { kept: _, ...blindly } = late;
    expect(await store.keep(blindly)).toEqual(refused);
    expect((await store.read(before.number))?.session.events).toEqual([]);
    await kept(other, kb, withEvents(begun(), { note: 'mine' }), { id: before.id, hold: ben, kept: before });
    // What the former holder gives free is not theirs any more.
    await store.release(before.number, ana);
    expect((await store.read(before.number))?.holder?.name).toBe('Ben');
  });

  test('what is given free can be taken at once', async () => {
    const ana = holdOf('Ana');
    const { number } = await kept(store, kb, begun(), { hold: ana });
    await store.release(number, ana);
    expect((await store.read(number))?.holder).toBeUndefined();
    expect(await other.hold(number, holdOf('Ben'))).toEqual({ held: true });
  });

  test('a case that is not there cannot be taken', async () => {
    await expect(store.hold(2_000_000, holdOf('Ana'))).rejects.toThrow('There is no case 2000000.');
    await expect(store.hold(99_999_999_999, holdOf('Ana'))).rejects.toThrow('There is no case 99999999999.');
    expect(await store.renew(2_000_000, holdOf('Ana'))).toBe(false);
  });

  test('a note by somebody else is kept beside the call, whose agent goes on with both', async () => {
    const hold = holdOf('Ana');
    const session = begun();
    const before = await kept(store, kb, session, { hold });
    const { id, number } = before;
    expect(await other.add(kb, number, { note: 'a colleague knows this one', at: noon })).toBe(1);
    const own = await step(kb, session, { note: 'she is in a hurry' }, noon);
    const next = await step(kb, own.session, { answer: 'yes' }, noon);
    const changed = await step(kb, next.session, { revise: { node: 'others', answer: 'no' } }, noon);
    const call = await callOf(kb, changed.session, { id, hold, kept: before });
    const keeping = await store.keep(call);
    const stored = await store.read(number);
    expect(stored?.session.events).toMatchObject([
      { note: 'a colleague knows this one' },
      { note: 'she is in a hurry' },
      { answer: 'yes' },
      // The same answer, which has moved on.
      { revise: 2, to: { answer: 'no' } },
    ]);
    expect(keeping).toEqual({ result: 'kept', number, version: 4, session: stored?.session });
    expect(stored?.holder?.name).toBe('Ana');
    expect(stored?.place).toBe('wifi/desk');
    // Nobody has heard of it, and another note has come: nothing is there twice.
    await other.add(kb, number, { note: 'one more', at: noon });
    expect(await store.keep(call)).toMatchObject({ result: 'kept', version: 5 });
    const again = await step(kb, changed.session, { revise: { node: 'others', answer: 'yes' } }, noon);
    await store.keep(await callOf(kb, again.session, { id, hold, kept: before }));
    expect((await store.read(number))?.session.events).toMatchObject([
      ...(stored?.session.events ?? []),
      { note: 'one more' },
      { revise: 2, to: { answer: 'yes' } },
    ]);
  });

  test('what is more than a note is not put into a call by the store', async () => {
    const hold = holdOf('Ana');
    const before = await kept(store, kb, begun(), { hold });
    const { id, number } = before;
    await other.add(kb, number, { parked: 'she has to leave', at: noon });
    const next = await step(kb, begun(), { answer: 'yes' }, noon);
    const refused = await store.keep(await callOf(kb, next.session, { id, hold, kept: before }));
    expect(refused).toEqual({ result: 'changed', number });
    expect((await store.read(number))?.version).toBe(1);
  });

  test('notes by many at once while an agent goes on: none is lost, and each answer is there once', async () => {
    const hold = holdOf('Ana');
    let { id, number, version } = await kept(store, kb, begun(), { hold });
    const colleague = async (name: string): Promise<void> => {
      for (let index = 0; index < 6; index += 1) await other.add(kb, number, { note: `${name} ${index}`, at: noon });
    };
    const agent = async (): Promise<void> => {
      let session = begun();
      for (let index = 0; index < 8; index += 1) {
        for (let isKept = false; !isKept; ) {
          const next = withEvents(session, { flag: `step ${index}`, question: 'wifi/others' });
          const keeping = await store.keep(await callOf(kb, next, { id, hold, kept: { number, version } }));
          isKept = keeping.result === 'kept';
          const stored = await store.read(number);
          if (stored === undefined) throw new Error('the case is gone');
          ({ session, version } = stored);
        }
      }
    };
    await Promise.all([agent(), colleague('b'), colleague('c'), colleague('d')]);
    const events = (await store.read(number))?.session.events ?? [];
    const words = events.map((event) => ('flag' in event ? event.flag : 'note' in event ? event.note : ''));
    expect(words.filter((each) => each.startsWith('step'))).toEqual(
      Array.from({ length: 8 }, (_, index) => `step ${index}`),
    );
    for (const name of ['b', 'c', 'd'])
      expect(words.filter((each) => each.startsWith(name))).toEqual(
        Array.from({ length: 6 }, (_, index) => `${name} ${index}`),
      );
    expect(words.length).toBe(26);
  });

  test('a remark shows in the list at once, whoever adds it', async () => {
    const { number } = await kept(store, kb, begun());
    await store.add(kb, number, { caller: 'Ms Lee', at: noon });
    await store.add(kb, number, { satisfaction: 4, at: noon });
    await store.add(kb, number, { parked: 'she is at lunch', callBack: '2026-11-30T14:00:00Z', at: noon });
    expect(await store.read(number)).toMatchObject({
      name: 'Ms Lee',
      satisfaction: 4,
      outcome: 'parked',
      callBack: '2026-11-30T14:00:00Z',
      version: 3,
    });
  });

  test.each(['', 'a tree that is known to nobody'])(
    'so it does where the call cannot be replayed: tree "%s"',
    async (tree) => {
      const session = { format: 1, tree, knowledge: 'another version', started: noon, events: [] } as const;
      const { standing } = await callOf(kb, begun());
      const keeping = await store.keep({ id: `beginning ${tree}`, session, standing });
      await store.add(kb, keeping.number, { caller: 'Ms Lee', at: noon });
      await store.add(kb, keeping.number, { abandoned: 'the line broke', at: '2026-11-28T12:30:00.000Z' });
      expect(await store.read(keeping.number)).toMatchObject({
        name: 'Ms Lee',
        outcome: 'abandoned',
        reason: 'the line broke',
        changed: '2026-11-28T12:30:00.000Z',
        version: 2,
        tree,
        place: 'wifi/others',
      });
      expect((await store.earlier({ name: 'ms lee' })).map(({ case: { number } }) => number)).toContain(keeping.number);
    },
  );
});
