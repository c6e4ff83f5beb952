import { Kysely, PostgresDialect, PostgresQueryCompiler, sql } from 'kysely';
import type { Tables } from '../schema/tables.js';
import type { Database } from './database.js';
import { storable } from './storable-text.js';

/** How long a connection and a statement may take, in milliseconds, before the database counts as out of reach. */
export interface Patience {
  readonly connect: number;
  readonly statement: number;
}

class StorableCompiler extends PostgresQueryCompiler {
  protected override appendValue(parameter: unknown): void {
    super.appendValue(storable(parameter));
  }
}

class StorableDialect extends PostgresDialect {
  override createQueryCompiler(): PostgresQueryCompiler {
    return new StorableCompiler();
  }
}

const clock = sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`;

/**
 * Opens a PostgreSQL. Nothing is asked of it before the first query.
 * @param url postgres://user:password@host:port/name
 * @throws Error when the address is none.
 */
export async function openPostgres(url: string, patience: Patience): Promise<Database> {
  const label = labelOf(url);
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
    // Agents take their time between two answers, and a connection costs more than what is stored over it.
    idleTimeoutMillis: 600_000,
    allowExitOnIdle: true,
    keepAlive: true,
    application_name: 'faultline',
    types: types as never,
  });
  // A connection that breaks while nobody uses it is replaced by the next query; there is nothing to tell.
  pool.on('error', () => undefined);
  // The same while it is in use but between two queries: the next of them fails, and that is enough.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Tables>({ dialect: new StorableDialect({ pool }) });
  return {
    dialect: 'postgres',
    db,
    sql,
    label,
    check: () => undefined,
    async now() {
      const { rows } = await sql<{ now: number }>`select ${clock} as now`.execute(db);
      return Number(rows[0]?.now);
    },
    clock: () => clock,
    async scrub() {
      await sql`vacuum`.execute(db);
    },
    close: () => db.destroy(),
  };
}

function labelOf(url: string): string {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  // What the browser would take for a place in a page is a password with a # in it.
  if (address === undefined || address.hash !== '')
    throw new Error(
      'The address in FAULTLINE_DATABASE cannot be read. It looks like postgres://user:password@host:5432/name; in a password the signs @ / ? # % are written as %40 %2F %3F %23 %25.',
    );
  const { hostname, port, pathname } = address;
  return `PostgreSQL at ${hostname}${port === '' ? '' : `:${port}`}${pathname}`;
}
