import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { openStore } from '../../src/index.js';
import { freshPostgres } from './each-database.js';

/** The error with which a store does not open. */
async function refusal(where: string): Promise<Error> {
  const opened = await openStore(where).then(
    async (store) => store.close(),
    (error: Error) => error,
  );
  if (opened === undefined) throw new Error(`${where} was opened`);
  return opened;
}

describe('a SQLite file that cannot be opened is said to be', () => {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-open-'));
  afterAll(() => {
    chmodSync(join(folder, 'closed'), 0o700);
    rmSync(folder, { recursive: true, force: true });
  });
  beforeAll(() => {
    writeFileSync(join(folder, 'notes.txt'), 'Not a database, but a long list of notes.\n'.repeat(200));
    mkdirSync(join(folder, 'folder'));
    mkdirSync(join(folder, 'closed'));
    chmodSync(join(folder, 'closed'), 0o500);
  });

  // Root may write everywhere, except where the system lets nobody.
  const closed = process.getuid?.() === 0 ? '/sys/kernel/cases.db' : join(folder, 'closed/cases.db');

  test.each([
    ['another kind of file', 'notes.txt', /it is no case store\. Choose another file/],
    ['a folder', 'folder', /this is a folder\. FAULTLINE_DATABASE has to name a file/],
    ['below a file', 'notes.txt/cases.db', /a part of its path is a file/],
    ['where nothing can be written', closed, /nothing can be written there\. Choose another place/],
    ['where no folder can be made', '/proc/nowhere/cases.db', /it is not there and cannot be made/],
  ])('%s', async (_, name, message) => {
    const where = name.startsWith('/') ? name : join(folder, name);
    const { message: said } = await refusal(where);
    expect(said).toMatch(message);
    expect(said.startsWith(`The case store (${where}) could not be opened: `)).toBe(true);
  });

  test('a damaged file', async () => {
    const where = join(folder, 'damaged.db');
    await (await openStore(where)).close();
    writeFileSync(where, Buffer.alloc(8_192, 0xff), { flag: 'r+' });
    expect((await refusal(where)).message).toMatch(/it is no case store|the file is damaged/);
  });
});

describe('a PostgreSQL that cannot be reached or used is said to be', () => {
  let address: URL;
  const waiting: Socket[] = [];
  const silent = createServer((socket) => waiting.push(socket));
  const secret = 'S3cret-pass';
  let silentPort = 0;
  beforeAll(async () => {
    address = new URL(await freshPostgres());
    const client = new pg.Client(address.href);
    await client.connect();
    await client.query(`create role visitor_${process.pid} login password '${secret}'`);
    await client.end();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    ({ port: silentPort } = silent.address() as { port: number });
  });
  afterAll(() => {
    silent.close();
    for (const socket of waiting) socket.destroy();
  });

  const changed = (change: (url: URL) => void): string => {
    const url = new URL(address);
    url.password = secret;
    change(url);
    return url.href;
  };

  test.each<[string, () => string, RegExp]>([
    [
      'nobody listens',
      () => changed((url) => Object.assign(url, { port: '1' })),
      /it did not answer\. Look whether it runs/,
    ],
    [
      'nobody answers',
      () => changed((url) => Object.assign(url, { port: String(silentPort) })),
      /it did not answer\. Look whether it runs/,
    ],
    [
      'there is no such machine',
      () => changed((url) => Object.assign(url, { hostname: 'no-such-machine.invalid' })),
      /there is no machine of that name|could not be looked up/,
    ],
    ['the password is wrong', () => changed(() => undefined), /the user or the password in FAULTLINE_DATABASE is not/],
    [
      'the user is unknown',
      () => changed((url) => Object.assign(url, { username: 'nobody' })),
      /the user or the password in FAULTLINE_DATABASE is not/,
    ],
    [
      'the password is missing',
      () => changed((url) => Object.assign(url, { password: '' })),
      /it asks for a password, and FAULTLINE_DATABASE has none/,
    ],
    [
      'there is no such database',
      () => changed((url) => Object.assign(url, { password: address.password, pathname: '/none' })),
      /there is no database of that name\. Create it/,
    ],
    [
      'the user may not make tables',
      () => changed((url) => Object.assign(url, { username: `visitor_${process.pid}` })),
      /the user may not make tables there\. Its administrator can grant it/,
    ],
    ['it wants no encryption', () => changed((url) => url.searchParams.set('sslmode', 'require')), /leave sslmode out/],
    ['there is a # in the password', () => `postgres://ana:${secret}#1@localhost/cases`, /%23 %25/],
    ['there is a # in the password, and no host', () => `postgres://ana:${secret}#1@localhost`, /%23 %25/],
    ['the port is none', () => `postgres://ana:${secret}@localhost:port/cases`, /cannot be read/],
  ])('%s', async (_, where, message) => {
    const url = where();
    const error = await refusal(url);
    expect(error.message).toMatch(message);
    for (const password of [secret, address.password]) expect(inspect(error, { depth: 9 })).not.toContain(password);
  });

  test('nor is the password in what the store is called', async () => {
    const store = await openStore(address.href);
    expect(store.label).toBe(`PostgreSQL at 127.0.0.1:${address.port}${address.pathname}`);
    await store.close();
  });
});
