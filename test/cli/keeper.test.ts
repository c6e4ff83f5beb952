import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Keeper, keeperFor } from '../../src/cli/keeping/keeper.js';
import { aside } from '../../src/cli/keeping/set-aside.js';
import { storeAccess } from '../../src/cli/keeping/store-access.js';
import {
  type CaseStore,
  type Input,
  type KnowledgeBase,
  loadFolder,
  openStore,
  type Session,
  situation,
  start,
  step,
} from '../../src/index.js';
import { newHome } from './run.js';

let kb: KnowledgeBase;
let home: string;
let other: CaseStore;
/** Whether the store is out of reach for the keeper, though not for others. */
let isAway: boolean;
let heard: string[];

beforeAll(async () => {
  ({ knowledgeBase: kb } = await loadFolder('test/fixtures/desk'));
});

beforeEach(async () => {
  home = newHome();
  other = await openStore(join(home, 'cases.db'));
  isAway = false;
  heard = [];
});

afterEach(() => other.close());

const clock = (): string => '2026-11-28T10:00:00Z';
const id = '00000000-0000-4000-8000-000000000001';

function keeper(pace: { readonly signOfLife?: number }, given: Partial<Parameters<typeof keeperFor>[0]> = {}): Keeper {
  const access = storeAccess(async () => {
    const open = await openStore(join(home, 'cases.db'));
    return {
      ...open,
      keep: (call) => (isAway ? Promise.reject(new Error('the line is cut')) : open.keep(call)),
    };
  });
  return keeperFor({
    kb,
    access,
    aside: aside(join(home, 'sessions'), id),
    holder: 'Ali here',
    clock,
    warn: (message) => heard.push(message),
    note: (message) => heard.push(message),
    id,
    pace: { signOfLife: 60_000, patience: 4_000, tryAgain: 20, ...pace },
    ...given,
  });
}

/** Takes an input and keeps the call. @returns the session to go on with, as a call does. */
async function taken(own: Keeper, session: Session, input: Input): Promise<Session> {
  const stepped = await step(kb, session, input);
  const kept = await own.keep(stepped.session, stepped.situation);
  return (kept.result === 'stored' ? kept.session : undefined) ?? stepped.session;
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await holds()); waited += 10) {
    if (waited > 10_000) throw new Error('It never came to this.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

test('a note of somebody else while the store was out of reach takes no answer away', async () => {
  const own = keeper({});
  let session = await taken(own, start(kb, { tree: 'wifi' }), { answer: 'yes' });
  const number = own.number() ?? 0;
  isAway = true;
  session = await taken(own, session, { done: true });
  await other.add(kb, number, { note: 'by Eva', at: clock() });
  isAway = false;
  await until(() => heard.some((message) => message.includes('can be reached again')));
  session = await taken(own, session, { done: true });
  session = await taken(own, session, { skip: 'no time' });
  expect((await other.read(number))?.session.events).toMatchObject([
    { answer: 'yes' },
    { note: 'by Eva' },
    { done: true },
    { done: true },
    { skip: 'no time' },
  ]);
  expect((await situation(kb, session)).type).toBe('asking');
  await own.leave();
});

test('a call that is gone on with shows that its agent is still there', async () => {
  const first = keeper({});
  const session = await taken(first, start(kb, { tree: 'wifi' }), { answer: 'yes' });
  const number = first.number() ?? 0;
  await first.leave();
  const hold = { token: 'mine', name: 'Maria here', forMs: 60_000 };
  await other.hold(number, hold);
  const before = (await other.read(number))?.holder?.until ?? 0;
  const version = session.events.length;
  const again = keeper({ signOfLife: 20 }, { token: hold.token, stored: { number, version } });
  await until(async () => ((await other.read(number))?.holder?.until ?? 0) > before + 60_000);
  await again.leave();
  expect((await other.read(number))?.holder).toBeUndefined();
});
