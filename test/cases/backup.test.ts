import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  backupStore,
  type CaseStore,
  type KnowledgeBase,
  NoBackup,
  openStore,
  restoreStore,
  verifyCases,
} from '../../src/index.js';
import { eachDatabase, freshPostgres } from './each-database.js';
import { keepWhole, office, printerCall } from './keep-call.js';

const now = '2026-11-28T12:00:00.000Z';
const folder = mkdtempSync(join(tmpdir(), 'faultline-backup-'));
const busyDesk = fileURLToPath(new URL('busy-desk.js', import.meta.url));
let files = 0;
const newFile = (): string => join(folder, `${++files}.backup`);
let kb: KnowledgeBase;
const opened: CaseStore[] = [];
const open = async (where: string): Promise<CaseStore> => {
  const store = await openStore(where);
  opened.push(store);
  return store;
};

beforeAll(async () => {
  kb = await office();
});
afterAll(() => Promise.all(opened.map((store) => store.close())));

const solved = [
  { contact: '0170 1' },
  { answer: 'on' },
  { answer: 'no' },
  { done: true },
  { done: true },
  { answer: 'yes' },
] as const;

async function keepSome(store: CaseStore, count: number): Promise<readonly number[]> {
  const numbers: number[] = [];
  for (let call = 0; call < count; call += 1) {
    const beginning = { words: `the ${call}th “printer”\n\u{1F5A8}`, caller: 'Zoë', agent: 'Ana' };
    numbers.push(
      await keepWhole(store, kb, await printerCall(kb, solved.slice(0, 1 + (call % solved.length)), beginning)),
    );
  }
  return numbers;
}

/** Everything that is in a store, as text. */
async function content(store: CaseStore): Promise<string> {
  const file = newFile();
  await backupStore(store, file, now);
  return gunzipSync(readFileSync(file)).toString();
}

eachDatabase(({ fresh, dialect }) => {
  test('what is restored is what was backed up, in either kind of database, and numbers go on', async () => {
    const store = await open(await fresh());
    const numbers = await keepSome(store, 12);
    await store.link(numbers[0] as number, numbers[5] as number, 'same printer', now);
    await store.keepKnowledge(kb, [{ path: 'knowledge-base.yaml', text: 'x' }], now);
    await store.hold(numbers[2] as number, { token: 't', name: 'Ana', forMs: 60_000 });
    await store.database.db
      .deleteFrom('cases')
      .where('number', '=', numbers.at(-1) as number)
      .execute();
    const file = newFile();
    expect(await backupStore(store, file, now)).toEqual({ cases: 11, events: expect.any(Number) });
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
    const before = gunzipSync(readFileSync(file)).toString();

    const others = [await fresh(), dialect === 'sqlite' ? await freshPostgres() : join(folder, 'moved.db')];
    for (const where of others) {
      const other = await open(where);
      expect(await restoreStore(other, file, now)).toMatchObject({ cases: 11, at: now, erasedSince: 0 });
      expect((await other.read(numbers[2] as number))?.holder).toBeUndefined();
      expect(await verifyCases(other, kb)).toMatchObject({ checked: 11, replayed: 11, findings: [] });
      expect((await other.linked(numbers[5] as number)).map(({ why }) => why)).toEqual(['same printer']);
      const withoutHold = before.replace(
        /"holder":"t","holder_name":"Ana","held_since":\d+,"held_until":\d+/,
        '"holder":null,"holder_name":null,"held_since":null,"held_until":null',
      );
      expect((await content(other)).split('\n').sort()).toEqual(withoutHold.split('\n').sort());
      const [next] = await keepSome(other, 1);
      expect(next).toBe((numbers.at(-1) as number) + 1);
    }
  }, 60_000);

  test('a backup made while others write is whole, and nobody waits for it', async () => {
    const where = await fresh();
    const store = await open(where);
    await keepSome(store, 20);
    const desks = [1, 2, 3].map(() => spawn(process.execPath, [busyDesk, where], { stdio: ['pipe', 'pipe', 'pipe'] }));
    const said = desks.map((desk) => Promise.all([text(desk.stdout), text(desk.stderr)]));
    // The first of them is at work.
    while ((await store.count({})) < 21) await pause(20);
    let backups = 0;
    while (backups < 4) {
      const file = newFile();
      const { cases } = await backupStore(store, file, now);
      const other = await open(join(folder, `${backups}-${dialect}.db`));
      await restoreStore(other, file, now);
      const verified = await verifyCases(other, kb);
      expect(verified.findings).toEqual([]);
      expect([verified.checked, verified.replayed]).toEqual([cases, cases]);
      backups += 1;
    }
    for (const desk of desks) desk.stdin.end();
    for (const [kept, mistakes] of await Promise.all(said)) {
      expect(mistakes).toBe('');
      expect(Number(kept)).toBeGreaterThan(0);
    }
    expect((await verifyCases(store, kb)).findings).toEqual([]);
  }, 60_000);

  test('nothing is written over a file or over cases, unless that is wanted; then they are kept beside it', async () => {
    const store = await open(await fresh());
    await keepSome(store, 3);
    const file = newFile();
    await backupStore(store, file, now);
    await expect(backupStore(store, file, now)).rejects.toThrow('already');

    const [late] = await keepSome(store, 1);
    expect(await restoreStore(store, file, now)).toEqual({ refused: 'cases', cases: 4 });
    const kept = newFile();
    const hold = { token: 't', name: 'Ana', forMs: 60_000 };
    await store.hold(late as number, hold);
    expect(await restoreStore(store, file, now, { replacing: kept })).toEqual({ refused: 'open', cases: 4 });
    expect([await store.count({}), existsSync(kept)]).toEqual([4, false]);

    await store.release(late as number, hold);
    await store.database.db.insertInto('erasures').values({ at: '2026-11-28T13:00:00Z', why: 'x', cases: 2 }).execute();
    const restored = await restoreStore(store, file, '2026-11-28T14:00:00Z', { replacing: kept });
    expect(restored).toMatchObject({ cases: 3, erasedSince: 2 });
    expect(await store.count({})).toBe(3);
    expect(await restoreStore(store, kept, now, { replacing: newFile() })).toMatchObject({
      cases: 4,
      erasedSince: 0,
    });
    expect(await verifyCases(store, kb)).toMatchObject({ checked: 4, findings: [] });
    expect((await store.database.db.selectFrom('erasures').selectAll().execute()).length).toBe(1);
  }, 60_000);

  describe('what is no whole backup changes nothing', () => {
    let store: CaseStore;
    let packed: Buffer;
    beforeAll(async () => {
      store = await open(await fresh());
      await keepSome(store, 3);
      const file = newFile();
      await backupStore(store, file, now);
      packed = readFileSync(file);
    }, 60_000);

    const changed = (change: (lines: string[]) => string[]) => (whole: Buffer) =>
      gzipSync(change(gunzipSync(whole).toString().split('\n')).join('\n'));
    test.each<[what: string, damage: (whole: Buffer) => Buffer | undefined, why: RegExp]>([
      ['a file that is not there', () => undefined, /There is no file/],
      ['an empty file', () => Buffer.alloc(0), /cannot be unpacked|not whole/],
      ['something else', () => Buffer.from('number,outcome\n1,resolved\n'), /cannot be unpacked/],
      ['another packed text', () => gzipSync('{"a":1}\n'), /no backup of a case store/],
      ['a packed text that is no JSON', () => gzipSync('hello\n'), /no JSON/],
      ['one that was cut off', (whole) => whole.subarray(0, whole.length - 40), /cannot be unpacked/],
      ['one that was cut off half-way', (whole) => whole.subarray(0, whole.length / 2), /cannot be unpacked/],
      ['one without its end', changed((lines) => lines.slice(0, -2).concat('')), /its end is missing/],
      ['a row gone', changed((lines) => lines.toSpliced(-3, 1)), /does not hold as many rows/],
      ['a row of no table', changed((lines) => lines.with(1, '{"table":"users","row":{}}')), /belongs to no table/],
      ['a row that is none', changed((lines) => lines.with(1, '{"table":"cases","row":7}')), /belongs to no table/],
      ['a newer form', changed((lines) => lines.with(0, '{"faultline":"backup","format":2}')), /newer Faultline/],
      [
        'a newer store',
        changed((lines) => lines.with(0, (lines[0] as string).replace('0001-first', '0009-later'))),
        /newer Faultline: it has the change "0009-later"/,
      ],
    ])('%s', async (_, damage, why) => {
      const file = newFile();
      const damaged = damage(packed);
      if (damaged !== undefined) writeFileSync(file, damaged);
      const before = await content(store);
      const trying = restoreStore(store, file, now, { replacing: newFile() });
      await expect(trying).rejects.toThrow(why);
      await expect(trying).rejects.toThrow(NoBackup);
      expect(await content(store)).toBe(before);
    });

    test('a row that the tables do not take', async () => {
      const file = newFile();
      writeFileSync(file, changed((lines) => lines.map((line) => line.replace('"version":', '"versions":')))(packed));
      const before = await content(store);
      await expect(restoreStore(store, file, now, { replacing: newFile() })).rejects.toThrow(/versions/);
      expect(await content(store)).toBe(before);
    });
  });
});
