import { createRequire } from 'node:module';
import pg from 'pg';
import type { CallToWrite } from './calls-to-keep.js';

/** Writes events through the driver alone: each is one row, one statement and one transaction, as durable as the store's. */
export interface BareWriter {
  write(id: string, call: CallToWrite, sequence: number): Promise<void>;
  close(): Promise<void>;
}

const table =
  'create table if not exists bare (id text, sequence integer, at text, event text, primary key (id, sequence))';

/** Makes the table that bare writers write to. */
export async function makeBareTable(where: string): Promise<void> {
  const writer = await (isPostgres(where) ? postgresWriter(where, true) : sqliteWriter(where, true));
  await writer.close();
}

/** A writer on a path or an address, where there is such a table. */
export function bareWriter(where: string): Promise<BareWriter> {
  return isPostgres(where) ? postgresWriter(where, false) : sqliteWriter(where, false);
}

function isPostgres(where: string): boolean {
  return where.startsWith('postgres');
}

async function sqliteWriter(path: string, isNew: boolean): Promise<BareWriter> {
  const builtIn =
    process.getBuiltinModule('node:sqlite' as string) ?? createRequire(import.meta.url)('@photostructure/sqlite');
  const { DatabaseSync } = builtIn as typeof import('@photostructure/sqlite');
  const database = new DatabaseSync(path, { timeout: 15_000 });
  database.exec('pragma journal_mode = wal');
  database.exec('pragma synchronous = full');
  if (isNew) database.exec(table);
  const insert = database.prepare('insert into bare values (?, ?, ?, ?)');
  return {
    async write(id, { session }, sequence) {
      const event = session.events[sequence];
      insert.run(id, sequence, event?.at ?? null, JSON.stringify(event));
    },
    async close() {
      database.close();
    },
  };
}

async function postgresWriter(url: string, isNew: boolean): Promise<BareWriter> {
  const client = new pg.Client(url);
  await client.connect();
  if (isNew) await client.query(table);
  const insert = { name: 'insert', text: 'insert into bare values ($1, $2, $3, $4)' };
  return {
    async write(id, { session }, sequence) {
      const event = session.events[sequence];
      await client.query({ ...insert, values: [id, sequence, event?.at ?? null, JSON.stringify(event)] });
    },
    close: () => client.end(),
  };
}
