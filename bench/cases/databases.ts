import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../test/cases/postgres.js';

/** A kind of database to measure. */
export interface DatabaseToMeasure {
  readonly name: string;
  /** Where a new store can be made: a path or an address. */
  readonly fresh: () => Promise<string>;
}

/**
 * Does something with both kinds of database, as durable as a desk has them: SQLite in the folder for temporary files, and
 * a PostgreSQL of its own. Both are gone afterwards.
 */
export async function withDatabases<Result>(
  work: (databases: readonly DatabaseToMeasure[]) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-bench-'));
  const server = await startPostgres({ durable: true, connections: 300 });
  try {
    return await work([
      { name: 'SQLite', fresh: () => Promise.resolve(join(folder, `${randomUUID()}.db`)) },
      { name: 'PostgreSQL', fresh: () => newDatabase(server.url) },
    ]);
  } finally {
    await server.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function newDatabase(url: (database?: string) => string): Promise<string> {
  const name = `bench_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client(url());
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return url(name);
}
