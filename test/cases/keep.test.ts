import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  type CaseStore,
  type KnowledgeBase,
  loadFolder,
  openStore,
  type Session,
  start,
  step,
} from '../../src/index.js';
import { play } from '../session/play.js';
import { callOf, holdOf, kept, noon, withEvents } from './a-call.js';
import { eachDatabase } from './each-database.js';

let kb: KnowledgeBase;
beforeAll(async () => {
  ({ knowledgeBase: kb } = await loadFolder('test/fixtures/desk'));
});

const notes = (from: number, to: number): readonly { readonly note: string }[] =>
  Array.from({ length: to - from }, (_, index) => ({ note: `note ${from + index}` }));

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

  const begun = (): Session => start(kb, { tree: 'printer', at: noon, agent: 'Ana', words: 'it is dead' });

  test('a store is made on first use, and is empty', async () => {
    const empty = await openStore(await fresh());
    expect(await empty.count({})).toBe(0);
    expect(await empty.list({}, { limit: 10 })).toEqual([]);
    expect(await empty.read(1)).toBeUndefined();
    await empty.close();
  });

  test('each event can be read by others, in order, as soon as it is kept', async () => {
    const hold = holdOf('Ana');
    let session = begun();
    let before = await kept(store, kb, session, { hold });
    for (const input of [{ answer: 'yes' }, { done: true }, { note: 'she is in a hurry' }, { back: true }] as const) {
      ({ session } = await step(kb, session, input, { at: noon, took: 1200 }));
      before = await kept(store, kb, session, { id: before.id, kept: before, hold });
      expect((await other.read(before.number))?.session).toEqual(session);
      expect((await other.read(before.id))?.version).toBe(session.events.length);
    }
  });

  test('calls get numbers one after the other', async () => {
    const one = await kept(store, kb, begun());
    const next = await kept(store, kb, begun());
    expect(next.number).toBeGreaterThan(one.number);
  });

  test('a call can be kept again, whatever is said to have been kept before', async () => {
    const hold = holdOf('Ana');
    const session = withEvents(begun(), ...notes(0, 5));
    const { id, number } = await kept(store, kb, session, { hold });
    for (const version of [0, 3, 5, undefined]) {
      const before = version === undefined ? {} : { kept: { number, version } };
      expect(await kept(store, kb, session, { id, hold, ...before })).toEqual({ id, number, version: 5 });
      expect((await store.read(number))?.session).toEqual(session);
    }
  });

  test('what was stored without anybody hearing of it is gone on with', async () => {
    const hold = holdOf('Ana');
    const { id, number } = await kept(store, kb, withEvents(begun(), ...notes(0, 2)), { hold });
    const session = withEvents(begun(), ...notes(0, 9));
    // The connection broke after these were written, and before that was confirmed.
    await kept(store, kb, withEvents(begun(), ...notes(0, 6)), { id, hold, kept: { number, version: 2 } });
    await kept(store, kb, session, { id, hold, kept: { number, version: 2 } });
    expect((await store.read(number))?.session).toEqual(session);
  });

  test('a call with more events than one statement takes is kept whole', async () => {
    const session = withEvents(begun(), ...notes(0, 1_500));
    const { number } = await kept(store, kb, session);
    expect((await store.read(number))?.session).toEqual(session);
  });

  test('of two that keep the same call in different ways one is told, and nothing of the other is lost', async () => {
    const id = randomUUID();
    const [one, two] = await Promise.all(
      [store, other].map(async (each, index) =>
        each.keep(await callOf(kb, withEvents(begun(), { note: `by ${index}` }, { note: 'the same' }), { id })),
      ),
    );
    expect([one?.result, two?.result].sort()).toEqual(['changed', 'kept']);
    expect(one?.number).toBe(two?.number);
    const stored = await store.read(id);
    const winner = one?.result === 'kept' ? 0 : 1;
    expect(stored?.session.events).toEqual([{ note: `by ${winner}` }, { note: 'the same' }]);
  });

  test('events that differ only in the middle are not taken for the same', async () => {
    const { id, number } = await kept(store, kb, withEvents(begun(), { note: 'a' }, { note: 'left' }, { note: 'z' }));
    const session = withEvents(begun(), { note: 'a' }, { note: 'right' }, { note: 'z' }, { note: 'and on' });
    expect(await store.keep(await callOf(kb, session, { id }))).toEqual({ result: 'changed', number });
    expect(await store.keep(await callOf(kb, session, { id, kept: { number, version: 1 } }))).toEqual({
      result: 'changed',
      number,
    });
    expect((await store.read(number))?.version).toBe(3);
  });

  test('a shorter call than the one that is stored is told that it changed', async () => {
    const { id, number } = await kept(store, kb, withEvents(begun(), ...notes(0, 3)));
    const shorter = await callOf(kb, withEvents(begun(), ...notes(0, 2)), { id, kept: { number, version: 2 } });
    expect(await store.keep(shorter)).toEqual({ result: 'changed', number });
  });

  test('three that write to one case, each after reading it anew when it changed, lose nothing', async () => {
    const { id, number } = await kept(store, kb, begun());
    const writer = async (each: CaseStore, name: string): Promise<void> => {
      for (let index = 0; index < 20; index += 1) {
        for (let result = ''; result !== 'kept'; ) {
          const stored = await each.read(id);
          if (stored === undefined) throw new Error('the case is gone');
          const session = withEvents(stored.session, { note: `${name} ${index}` });
          const before = { number, version: stored.version };
          ({ result } = await each.keep(await callOf(kb, session, { id, kept: before })));
        }
      }
    };
    await Promise.all([writer(store, 'a'), writer(other, 'b'), writer(store, 'c')]);
    const stored = (await store.read(id))?.session.events.map((event) => ('note' in event ? event.note : '')) ?? [];
    expect(stored.length).toBe(60);
    for (const name of ['a', 'b', 'c'])
      expect(stored.filter((note) => note.startsWith(name))).toEqual(
        Array.from({ length: 20 }, (_, index) => `${name} ${index}`),
      );
  });

  test('a case that was erased in the meantime is gone, and does not come back', async () => {
    const session = withEvents(begun(), ...notes(0, 3));
    const hold = holdOf('Ana');
    const { id, number } = await kept(store, kb, session, { hold });
    await store.database.db.deleteFrom('cases').where('number', '=', number).execute();
    const more = await callOf(kb, withEvents(session, { note: 'and on' }), { id, hold, kept: { number, version: 3 } });
    expect(await store.keep(more)).toEqual({ result: 'gone', number });
    expect(await store.read(id)).toBeUndefined();
    expect(await store.add(kb, number, { note: 'too late', at: noon })).toBeUndefined();
    expect(
      await store.database.db.selectFrom('events').where('case_number', '=', number).selectAll().execute(),
    ).toEqual([]);
  });

  test('a call that got its tree later is stored with it, also without another event', async () => {
    const hold = holdOf('Ana');
    const said = { said: 'it is dead', offered: [], missed: ['dead'] };
    const before: Session = { format: 1, tree: '', knowledge: kb.hash, started: noon, events: [said] };
    const { id, number, version } = await kept(store, kb, before, { hold });
    expect(await store.read(number)).toMatchObject({ tree: '', situation: 'beginning', place: '', outcome: 'open' });
    const session = { ...before, ...begun(), events: before.events };
    await kept(store, kb, session, { id, hold, kept: { number, version } });
    const stored = await other.read(number);
    expect(stored?.session).toEqual(session);
    expect(stored).toMatchObject({ tree: 'printer', situation: 'asking', words: 'it is dead', agent: 'Ana' });
  });

  test('a note by somebody who has read the case before it got its tree does not take the tree away', async () => {
    const hold = holdOf('Ana');
    const before: Session = {
      format: 1,
      tree: '',
      knowledge: kb.hash,
      started: noon,
      events: [{ note: 'who is it?' }],
    };
    const { id, number, version } = await kept(store, kb, before, { hold });
    const outdated = await callOf(kb, withEvents(before, { note: 'by a colleague' }), {
      id,
      kept: { number, version },
    });
    await kept(store, kb, { ...before, ...begun(), events: before.events }, { id, hold, kept: { number, version } });
    expect(await other.keep(outdated)).toEqual({ result: 'changed', number });
    expect((await store.read(number))?.tree).toBe('printer');
  });

  test('a call that was reopened with another knowledge base is pinned to that one', async () => {
    const hold = holdOf('Ana');
    const { session } = await play(kb, 'printer', { answer: 'yes' });
    const { standing } = await callOf(kb, session);
    const older = { ...session, knowledge: 'an older one' };
    const id = randomUUID();
    const first = await store.keep({ id, session: older, standing, hold });
    expect(first).toMatchObject({ result: 'kept', version: 1 });
    const reopened = withEvents(session, { reopened: kb.hash, at: noon });
    await kept(store, kb, reopened, { id, hold, kept: { number: first.number, version: 1 } });
    expect((await store.read(id))?.knowledge).toBe(kb.hash);
    expect((await store.read(id))?.session).toEqual(reopened);
  });

  test('a case of which events are missing is said to be damaged', async () => {
    const { number } = await kept(store, kb, withEvents(begun(), ...notes(0, 4)));
    await store.database.db.deleteFrom('events').where('case_number', '=', number).where('sequence', '=', 2).execute();
    await expect(store.read(number)).rejects.toThrow(`Of the 4 events of case ${number}`);
  });

  test.each([0, -1, 1.5, Number.NaN, 2 ** 31, 99_999_999_999_999, 'no such id', '\u0000', '\ud800'])(
    'there is no case %j',
    async (which) => {
      expect(await store.read(which)).toBeUndefined();
    },
  );
});
