import { Kysely, PostgresDialect, sql } from 'kysely';
import type { Tables } from '../schema/tables.js';
import type { Database } from './database.js';

/** How long a connection and a statement may take, in milliseconds, before the database counts as out of reach. */
export interface Patience {
  readonly connect: number;
  readonly statement: number;
}

/**
 * Opens a PostgreSQL. Nothing is asked of it before the first query.
 * @param url postgres://user:password@host:port/name
 * @throws Error when the address is none.
 */
export async function openPostgres(url: string, patience: Patience): Promise<Database> {
  const { default: pg } = await import('pg');
  // Numbers of our tables are counts and milliseconds: all of them fit a JavaScript number.
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === 20 || oid === 1700 ? Number : pg.types.getTypeParser(oid, format as 'text'),
  };
  const pool = new pg.Pool({
    connectionString: url,
    max: 4,
    connectionTimeoutMillis: patience.connect,
    query_timeout: patience.statement,
    statement_timeout: patience.statement,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: 'faultline',
    types: types as never,
  });
  // A connection that breaks while nobody uses it is replaced by the next query; there is nothing to tell.
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    dialect: 'postgres',
    db,
    sql,
    label: labelOf(url),
    async now() {
      const { rows } = await sql<{ now: number }>`
        select (extract(epoch from clock_timestamp()) * 1000)::bigint as now`.execute(db);
      return Number(rows[0]?.now);
    },
    async scrub() {
      await sql`vacuum`.execute(db);
    },
    close: () => db.destroy(),
  };
}

function labelOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `PostgreSQL at ${hostname}${port === '' ? '' : `:${port}`}${pathname}`;
}
