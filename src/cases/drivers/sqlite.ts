import { closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, sql } from 'kysely';
import type { Tables } from '../schema/tables.js';
import type { Database } from './database.js';
import { PatientSqliteDriver, patiently } from './patient-sqlite.js';
import { runTogether } from './run-together.js';
import { type DatabaseSync, forKysely, sqliteOpener } from './sqlite-connection.js';
import { storable } from './storable-text.js';

/** For how long SQLite itself waits for another process, in milliseconds: nothing else runs here in the meantime. */
const briefly = 5;

// SQLite can take back a change of tables as any other: a migration is one transaction, and so one process at a time.
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class StorableCompiler extends SqliteQueryCompiler {
  protected override appendValue(parameter: unknown): void {
    super.appendValue(storable(parameter));
  }
}

/**
 * Opens a SQLite file, and makes it and its folder where they are not there: readable by its owner only.
 * Write-ahead log, and each commit synchronised with the disk before it counts.
 * @throws what the file system and SQLite throw.
 */
export async function openSqlite(path: string): Promise<Database> {
  const open = sqliteOpener();
  if (path !== ':memory:') makeFile(path);
  const database = new open(path, { timeout: briefly });
  try {
    for (const pragma of pragmas) await patiently(() => database.exec(`pragma ${pragma}`));
  } catch (error) {
    database.close();
    throw error;
  }
  return opened(database, path);
}

const pragmas: readonly string[] = [
  `busy_timeout = ${briefly}`,
  'journal_mode = wal',
  'synchronous = full',
  // On macOS a plain fsync leaves what is written in the disk's own memory.
  'fullfsync = on',
  'checkpoint_fullfsync = on',
  'foreign_keys = on',
  'secure_delete = on',
  'temp_store = memory',
  'cache_size = -32000',
  'mmap_size = 268435456',
];

function opened(database: DatabaseSync, path: string): Database {
  const connection = forKysely(database);
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new TransactionalAdapter(),
      createDriver: () => new PatientSqliteDriver({ database: connection }),
      createIntrospector: (kysely) => new SqliteIntrospector(kysely),
      createQueryCompiler: () => new StorableCompiler(),
    },
  });
  return {
    dialect: 'sqlite',
    db,
    sql,
    label: path,
    check: fileCheck(path),
    now: () => Promise.resolve(Date.now()),
    // Not SQLite's own clock, which stands still within a transaction.
    clock: () => sql<number>`${Date.now()}`,
    together: (first, then) => db.connection().execute(() => runTogether(connection, first, then)),
    async scrub() {
      for (const statement of ['pragma wal_checkpoint(truncate)', 'vacuum', 'pragma wal_checkpoint(truncate)'])
        await patiently(() => database.exec(statement));
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

// A file that was removed or replaced takes everything that is written to it, and nobody ever sees it again.
function fileCheck(path: string): () => void {
  if (path === ':memory:') return () => undefined;
  const { ino } = statSync(path);
  return () => {
    if (statSync(path, { throwIfNoEntry: false })?.ino !== ino)
      throw new Error(`the file ${path} was removed or replaced while it was open`);
  };
}

// Before SQLite does: the files that it puts beside this one are open to the same people.
function makeFile(path: string): void {
  if (existsSync(path)) {
    if (statSync(path).isDirectory()) throw Object.assign(new Error(`${path} is a folder.`), { code: 'EISDIR' });
    return;
  }
  makeFolder(dirname(path));
  closeSync(openSync(path, 'a', 0o600));
}

// Not the recursive option of mkdirSync: it never comes back where a file system takes no folders, such as /proc.
function makeFolder(directory: string): void {
  if (existsSync(directory)) return;
  if (dirname(directory) !== directory) makeFolder(dirname(directory));
  mkdirSync(directory, { mode: 0o700 });
}
