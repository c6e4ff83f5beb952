import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { compareVersions, oldestSqlite } from '../../src/cases/drivers/sqlite-connection.js';
import { type CaseStore, openStore } from '../../src/index.js';

const folder = mkdtempSync(join(tmpdir(), 'faultline-sqlite-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

async function inForce(store: CaseStore, pragma: string): Promise<unknown> {
  const { db, sql } = store.database;
  const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${pragma}`).execute(db);
  return Object.values(rows[0] ?? {})[0];
}

test.each([
  ['journal_mode', 'wal'],
  ['synchronous', 2],
  ['foreign_keys', 1],
  ['secure_delete', 1],
  ['fullfsync', 1],
  ['checkpoint_fullfsync', 1],
])('what it promises is in force: %s is %s', async (pragma, expected) => {
  const store = await openStore(join(folder, 'pragmas.db'));
  expect(await inForce(store, pragma)).toBe(expected);
  await store.close();
});

test('its SQLite has no fault in its write-ahead log', async () => {
  const store = await openStore(join(folder, 'version.db'));
  const { db, sql } = store.database;
  const { rows } = await sql<{ version: string }>`select sqlite_version() as version`.execute(db);
  expect(compareVersions(rows[0]?.version ?? '', oldestSqlite)).toBeGreaterThanOrEqual(0);
  await store.close();
});

test.each([
  ['3.51.3', '3.51.3', 0],
  ['3.51.2', '3.51.3', -1],
  ['3.45.10', '3.51.3', -1],
  ['3.52', '3.51.3', 1],
  ['3.100.0', '3.51.3', 1],
  ['4.0.0', '3.51.3', 1],
  ['3.51.3', '3.51', 1],
  ['3.51', '3.51.3', -1],
])('version %s beside %s', (one, other, expected) => {
  expect(Math.sign(compareVersions(one, other))).toBe(expected);
});

test('nobody else can read it or what lies beside it, or a folder that was made for it', async () => {
  const path = join(folder, 'deep/down/cases.db');
  const store = await openStore(path);
  expect(readdirSync(join(folder, 'deep/down')).sort()).toEqual(['cases.db', 'cases.db-shm', 'cases.db-wal']);
  for (const name of ['cases.db', 'cases.db-shm', 'cases.db-wal'])
    expect([name, modeOf(join(folder, 'deep/down', name))]).toEqual([name, '600']);
  expect([modeOf(join(folder, 'deep')), modeOf(join(folder, 'deep/down'))]).toEqual(['700', '700']);
  await store.close();
});

test('a file that its owner has opened to a group stays open to it', async () => {
  const path = join(folder, 'shared.db');
  await (await openStore(path)).close();
  chmodSync(path, 0o660);
  const store = await openStore(path);
  expect(modeOf(path)).toBe('660');
  await store.close();
});

test('closed, everything is in the one file, which can be copied', async () => {
  const store = await openStore(join(folder, 'closed.db'));
  await store.keepKnowledge({ hash: 'h', name: 'n' } as never, [{ path: 'a.yaml', text: 'a' }], 'now');
  await store.close();
  // Twice is as once.
  await store.close();
  copyFileSync(join(folder, 'closed.db'), join(folder, 'copied.db'));
  const copy = await openStore(join(folder, 'copied.db'));
  expect(await copy.hasKnowledge('h')).toBe(true);
  await copy.close();
});

test('what was deleted is not in its files any more', async () => {
  const path = join(folder, 'erased.db');
  const store = await openStore(path);
  const { db, scrub } = store.database;
  const words = 'mulligatawny';
  const row = { at: 'now', why: words.repeat(500), cases: 1 };
  await db.insertInto('erasures').values([row, row, row]).execute();
  const files = () =>
    readdirSync(folder)
      .filter((name) => name.startsWith('erased.db'))
      .filter((name) => readFileSync(join(folder, name)).includes(words));
  expect(files()).not.toEqual([]);
  await db.deleteFrom('erasures').execute();
  await scrub();
  expect(files()).toEqual([]);
  await store.close();
});

test('what is written to a lost case is refused by the tables themselves', async () => {
  const store = await openStore(join(folder, 'keys.db'));
  const event = { case_number: 7, sequence: 0, at: null, event: '{}' };
  await expect(store.database.db.insertInto('events').values(event).execute()).rejects.toThrow(/FOREIGN KEY/);
  await store.close();
});

test('a process that uses it writes nothing to the error output', () => {
  const program = `import { openStore } from './dist/src/index.js';
    const store = await openStore(process.argv[1]);
    console.log(await store.count({}));
    await store.close();`;
  const path = join(folder, 'quiet.db');
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program, path]);
  expect([String(stdout), String(stderr)]).toEqual(['0\n', '']);
});
