import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, describe, jest } from '@jest/globals';
import pg from 'pg';

// The first one to ask for PostgreSQL waits until it is made.
jest.setTimeout(60_000);

/** A kind of database to run tests on. */
export interface DatabaseForTests {
  readonly dialect: 'sqlite' | 'postgres';
  /** Where a new store can be made that nobody else uses: a path or an address for `openStore`. */
  readonly fresh: () => Promise<string>;
}

/** Runs the same tests on SQLite and on PostgreSQL. */
export function eachDatabase(tests: (database: DatabaseForTests) => void): void {
  describe('on SQLite', () => {
    const folder = mkdtempSync(join(tmpdir(), 'faultline-cases-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    tests({ dialect: 'sqlite', fresh: () => Promise.resolve(join(folder, `${randomUUID()}.db`)) });
  });
  describe('on PostgreSQL', () => tests({ dialect: 'postgres', fresh: freshPostgres }));
}

/** The address of a new, empty database in the PostgreSQL that all test files of a run share. */
export async function freshPostgres(): Promise<string> {
  const address = new URL(await sharedAddress());
  const client = new pg.Client(address.href);
  await client.connect();
  const name = `cases_${randomUUID().replaceAll('-', '')}`;
  await client.query(`create database ${name}`);
  await client.end();
  address.pathname = name;
  return address.href;
}

let address: Promise<string> | undefined;

function sharedAddress(): Promise<string> {
  address ??= asked();
  return address;
}

async function asked(): Promise<string> {
  const told = await text(connect(Number(process.env.FAULTLINE_TEST_POSTGRES), '127.0.0.1'));
  const { url, error } = JSON.parse(told) as { url?: string; error?: string };
  if (url === undefined) throw new Error(error);
  return url;
}
