import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { detailsOf } from '../../src/cases/index.js';
import {
  type CaseStore,
  type Input,
  type KnowledgeBase,
  loadFolder,
  openStore,
  type Session,
  start,
  step,
} from '../../src/index.js';
import { loadShipped } from '../knowledge-base/load-shipped.js';
import { dice, playRandom, standingAt, wanderingInput } from '../session/random-calls.js';
import { holdOf, kept, noon, withEvents } from './a-call.js';
import { eachDatabase } from './each-database.js';

const day = '2026-11-28';

let kb: KnowledgeBase;
let shipped: KnowledgeBase;
beforeAll(async () => {
  ({ knowledgeBase: kb } = await loadFolder('test/fixtures/desk'));
  ({ knowledgeBase: shipped } = await loadShipped());
});

/** A call of which each event took a second. */
async function played(...inputs: readonly Input[]): Promise<Session> {
  let session = start(kb, { tree: 'wifi', at: noon, agent: 'Ana' });
  for (const input of inputs) {
    const stepped = await step(kb, session, input, { at: noon, took: 1_000 });
    if (stepped.refused !== undefined) throw new Error(stepped.refused);
    session = stepped.session;
  }
  return session;
}

/** The way to the fault, of which the caller is told before its fix begins. */
const found: readonly Input[] = [{ answer: 'yes' }, { done: true }];

const brief = async (session: Session) => {
  const { questions, steps, faults, agents } = await detailsOf(kb, 1, session, day);
  return {
    questions: questions.map(({ question, reply, answer, took, confused }) => [
      question,
      reply,
      answer,
      took,
      confused,
    ]),
    steps: steps.map(({ node, step: index, result, took, solved }) => [node, index, result, took, solved]),
    faults: faults.map(({ fault, status, mended, took }) => [fault, status, mended, took]),
    agents: agents.map(({ agent, events, took }) => [agent, events, took]),
  };
};

test('a call that went straight to its end', async () => {
  const session = await played(...found, { done: true }, { done: true }, { answer: 'yes' });
  expect(await brief(session)).toEqual({
    questions: [
      ['others', 'answered', 'yes', 1_000, 0],
      ['verify:router', 'answered', 'yes', 1_000, 0],
    ],
    steps: [
      ['router', 0, 'done', 1_000, 1],
      ['router', 1, 'done', 1_000, 1],
    ],
    faults: [['router', 'fixed', 1, 2_000]],
    agents: [['Ana', 5, 5_000]],
  });
});

test('what was taken back, changed and not understood counts once, as it stands at the end', async () => {
  const session = await played(
    { answer: 'no' },
    { back: true },
    { confused: true },
    { note: 'she asks somebody' },
    { unsure: 'dont-know' },
    { revise: { node: 'others', answer: 'yes' } },
    { done: true },
    { done: true },
    { back: true },
    { done: true },
    { resumed: 'Ben' },
    { skip: 'no time' },
    { answer: 'no' },
  );
  expect(await brief(session)).toEqual({
    questions: [
      ['others', 'answered', 'yes', 3_000, 1],
      ['verify:router', 'answered', 'no', 1_000, 0],
    ],
    steps: [
      ['router', 0, 'done', 1_000, 0],
      ['router', 1, 'skipped', 2_000, 0],
    ],
    faults: [['router', 'ruled-out', 1, 3_000]],
    agents: [
      ['Ana', 10, 10_000],
      ['Ben', 3, 3_000],
    ],
  });
});

test('in calls of all kinds only what stands is counted, and no second twice', async () => {
  await fc.assert(
    fc.asyncProperty(dice, fc.boolean(), async (call, wanders) => {
      const { session } = await playRandom(shipped, call, wanders ? wanderingInput : undefined);
      const timed = { ...session, events: session.events.map((event) => ({ ...event, took: 1_000 })) };
      const { questions, steps, agents, sayings } = await detailsOf(shipped, 1, timed, day);
      const stands = new Set(standingAt(session.events).map(({ index }) => index));
      for (const { sequence } of [...questions, ...steps]) expect(stands).toContain(sequence);
      expect(new Set(questions.map(({ sequence }) => sequence)).size).toBe(questions.length);
      expect(new Set(steps.map(({ sequence, step: index }) => `${sequence} ${index}`)).size).toBe(steps.length);
      const done = session.events.filter((event, index) => 'done' in event && stands.has(index)).length;
      expect(steps.filter(({ result }) => result === 'done').length).toBeLessThanOrEqual(done);
      const spent = [...questions, ...steps].reduce((sum, { took }) => sum + took, 0);
      expect(spent).toBeLessThanOrEqual(1_000 * session.events.length);
      expect(agents.reduce((sum, { events }) => sum + events, 0)).toBe(session.events.length);
      expect(agents.reduce((sum, { took }) => sum + took, 0)).toBe(1_000 * session.events.length);
      expect(sayings.length).toBe(session.events.filter((event) => 'said' in event).length);
    }),
    { numRuns: 200 },
  );
});

eachDatabase(({ fresh }) => {
  let store: CaseStore;
  beforeAll(async () => {
    store = await openStore(await fresh());
  });
  afterAll(() => store.close());

  const stored = async (number: number) => {
    const read = await store.read(number);
    if (read === undefined) throw new Error('the case is gone');
    return read;
  };
  const rows = (number: number) =>
    store.database.db.selectFrom('steps').selectAll().where('case_number', '=', number).orderBy('sequence').execute();

  test('a call that was cut off is made up for, one that goes on is left alone', async () => {
    const session = await played(...found, { done: true });
    const cut = await kept(store, kb, session, { hold: holdOf('Ana', 60_000) });
    const going = await kept(store, kb, session, { hold: holdOf('Ben', 60_000) });
    const left = await kept(store, kb, session);
    expect(await store.count({ text: 'wi-fi does not' })).toBe(0);
    await store.database.db.updateTable('cases').set({ held_until: 1 }).where('number', '=', cut.number).execute();
    expect(await store.refresh(kb)).toBe(0);
    expect((await rows(cut.number)).length).toBe(1);
    expect((await rows(left.number)).length).toBe(1);
    expect(await rows(going.number)).toEqual([]);
    expect((await store.list({ text: 'wi-fi does not' }, { limit: 9 })).map(({ number }) => number)).toEqual([
      left.number,
      cut.number,
    ]);
  });

  test('a case that has grown is counted anew, as a whole', async () => {
    const before = await played(...found, { done: true });
    const { id, number, version } = await kept(store, kb, before);
    const early = await stored(number);
    expect(await store.detail(kb, early)).toBe(true);
    expect((await rows(number)).map(({ result }) => result)).toEqual(['done']);
    const session = await played(...found, { done: true }, { back: true }, { skip: 'no' }, { done: true });
    await kept(store, kb, session, { id, kept: { number, version } });
    expect(await store.refresh(kb)).toBe(0);
    const expected = (await detailsOf(kb, number, session, day)).steps;
    expect(await rows(number)).toEqual(expected);
    expect(expected.map(({ result }) => result)).toEqual(['skipped', 'done']);
    // Somebody who read it before comes too late to put back what they saw, and twice is as once.
    expect(await store.detail(kb, early)).toBe(true);
    expect(await store.detail(kb, await stored(number))).toBe(true);
    expect(await rows(number)).toEqual(expected);
  });

  test('a call without a tree has its words counted', async () => {
    const said = { said: 'the flux is gone', offered: [], missed: ['flux'] };
    const session: Session = { format: 1, tree: '', knowledge: kb.hash, started: noon, agent: 'Ana', events: [said] };
    const { number } = await kept(store, kb, session);
    expect(await store.refresh(kb)).toBe(0);
    expect((await store.list({ text: 'FLUX' }, { limit: 9 })).map(({ number: of }) => of)).toEqual([number]);
    const sayings = await store.database.db.selectFrom('sayings').selectAll().execute();
    expect(sayings).toEqual([
      {
        case_number: number,
        sequence: 0,
        day,
        said: 'the flux is gone',
        question: null,
        chose: null,
        offered: 0,
        missed: 'flux',
      },
    ]);
  });

  test('one damaged case keeps no other from being counted', async () => {
    const session = await played({ answer: 'yes' });
    const damaged = await kept(store, kb, session);
    const fine = await kept(store, kb, withEvents(session, { note: 'fine' }));
    await store.database.db
      .updateTable('events')
      .set({ event: '{"answer":' })
      .where('case_number', '=', damaged.number)
      .execute();
    expect(await store.refresh(kb)).toBe(1);
    expect((await store.list({ text: 'fine' }, { limit: 9 })).map(({ number }) => number)).toEqual([fine.number]);
    await expect(store.read(damaged.number)).rejects.toThrow(`case ${damaged.number}`);
  });
});
