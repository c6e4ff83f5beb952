import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely';
import type { Tables } from '../schema/tables.js';
import type { Database } from './database.js';
import { forKysely, sqliteOpener } from './sqlite-connection.js';

/** For how long a statement waits for another process, in milliseconds, before it is tried again from outside. */
const patience = 2_000;

// `begin` alone takes the lock at the first write: two that read before they write then fail each other.
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

// SQLite can take back a change of tables as any other: a migration is one transaction, and so one process at a time.
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/**
 * Opens a SQLite file, and makes it and its folder where they are not there: readable by its owner only.
 * Write-ahead log, and each commit synchronised with the disk before it counts.
 * @throws what the file system and SQLite throw.
 */
export function openSqlite(path: string): Database {
  if (path !== ':memory:' && !existsSync(path)) makeFolder(dirname(path));
  const open = sqliteOpener();
  const database = new open(path, { timeout: patience });
  try {
    for (const pragma of [
      'journal_mode = wal',
      'synchronous = full',
      // On macOS a plain fsync leaves what is written in the disk's own memory.
      'fullfsync = on',
      'checkpoint_fullfsync = on',
      'foreign_keys = on',
      'secure_delete = on',
      `busy_timeout = ${patience}`,
      'temp_store = memory',
      'cache_size = -32000',
      'mmap_size = 268435456',
    ])
      database.exec(`pragma ${pragma}`);
    if (path !== ':memory:') chmodSync(path, 0o600);
  } catch (error) {
    database.close();
    throw error;
  }
  const connection: SqliteDatabase = forKysely(database);
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new TransactionalAdapter(),
      createDriver: () => new ImmediateDriver({ database: connection }),
      createIntrospector: (kysely) => new SqliteIntrospector(kysely),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
  return {
    dialect: 'sqlite',
    db,
    sql,
    label: path,
    now: () => Promise.resolve(Date.now()),
    async scrub() {
      database.exec('pragma wal_checkpoint(truncate)');
      database.exec('vacuum');
      database.exec('pragma wal_checkpoint(truncate)');
    },
    async close() {
      try {
        database.exec('pragma optimize');
        database.exec('pragma wal_checkpoint(truncate)');
      } catch {
        // Somebody else is writing: theirs is the next checkpoint.
      }
      // Kysely closes what it has used; a database that was never asked anything is closed here.
      await db.destroy();
      try {
        database.close();
      } catch {
        // It is closed.
      }
    },
  };
}

// Not the recursive option of mkdirSync: it never comes back where a file system takes no folders, such as /proc.
function makeFolder(directory: string): void {
  if (existsSync(directory)) return;
  if (dirname(directory) !== directory) makeFolder(dirname(directory));
  mkdirSync(directory, { mode: 0o700 });
}
