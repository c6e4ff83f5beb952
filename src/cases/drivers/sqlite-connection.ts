import { createRequire } from 'node:module';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** What is used of `node:sqlite`, and of the package that has the same interface. */
export interface DatabaseSync {
  exec(sql: string): void;
  close(): void;
  prepare(sql: string): {
    all(...parameters: readonly unknown[]): unknown[];
    get(...parameters: readonly unknown[]): unknown;
    run(...parameters: readonly unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint };
    iterate(...parameters: readonly unknown[]): IterableIterator<unknown>;
    columns(): readonly unknown[];
  };
}

/** The oldest SQLite that is taken: before it a fault in the write-ahead log could lose what was written. */
export const oldestSqlite = '3.51.3';

type Opener = new (path: string, options?: { readonly timeout?: number; readonly readOnly?: boolean }) => DatabaseSync;

/**
 * The SQLite that there is: Node's own where it is new enough, else the one that comes with Faultline.
 * @throws Error when there is none.
 */
export function sqliteOpener(): Opener {
  const require = createRequire(import.meta.url);
  const builtIn = builtInSqlite();
  if (builtIn !== undefined && isNewEnough(builtIn.DatabaseSync)) return builtIn.DatabaseSync;
  let packaged: { readonly DatabaseSync: Opener };
  try {
    packaged = require('@photostructure/sqlite');
  } catch (error) {
    throw new Error(
      `There is no SQLite ${oldestSqlite} or newer on this machine (${(error as Error).message.split('\n')[0]}). Install Faultline's optional dependencies, use a newer Node, or set FAULTLINE_DATABASE to a PostgreSQL.`,
    );
  }
  if (!isNewEnough(packaged.DatabaseSync)) throw new Error(`The SQLite that was found is older than ${oldestSqlite}.`);
  return packaged.DatabaseSync;
}

// Asked for by name at run time: Node 20 has none, and an import would fail there. Node 22 warns on the error output that it
// can still change; what is used of it is what the tests use.
function builtInSqlite(): { readonly DatabaseSync: Opener } | undefined {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return process.getBuiltinModule?.('node:sqlite' as string) as { readonly DatabaseSync: Opener } | undefined;
  } finally {
    process.emitWarning = emitWarning;
  }
}

function isNewEnough(open: Opener): boolean {
  const database = new open(':memory:');
  try {
    const { version } = database.prepare('select sqlite_version() as version').get() as { version: string };
    return compareVersions(version, oldestSqlite) >= 0 && 'columns' in database.prepare('select 1');
  } finally {
    database.close();
  }
}

/** Below 0 where the first version is older, above 0 where it is newer. */
export function compareVersions(one: string, other: string): number {
  const [ones, others] = [one, other].map((version) => version.split('.').map(Number)) as [number[], number[]];
  const length = Math.max(ones.length, others.length);
  const differences = Array.from({ length }, (_, index) => (ones[index] ?? 0) - (others[index] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}

/** Statements that are kept prepared, at most. */
const mostStatements = 200;

/** What kysely asks of a database, on that interface. Statements stay prepared: a call writes the same few again and again. */
export function forKysely(database: DatabaseSync): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = statements.get(sql);
      if (known !== undefined) return known;
      const prepared = database.prepare(sql);
      const statement: SqliteStatement = {
        reader: prepared.columns().length > 0,
        all: (parameters) => prepared.all(...parameters),
        run: (parameters) => prepared.run(...parameters),
        iterate: (parameters) => prepared.iterate(...parameters),
      };
      if (statements.size >= mostStatements) statements.clear();
      statements.set(sql, statement);
      return statement;
    },
  };
}
