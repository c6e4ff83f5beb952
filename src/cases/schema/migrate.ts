import { type Migration, Migrator, sql } from 'kysely';
import type { Database } from '../drivers/database.js';
import { first } from './first.js';
import { NewerStore } from './newer-store.js';

/** All changes of the tables, in order. One that was released is never edited: what comes after it is a new one. */
function migrations(dialect: Database['dialect']): Readonly<Record<string, Migration>> {
  return { '0001-first': first(dialect) };
}

/**
 * Brings the tables of a store up to date; does nothing where they are. Safe when several processes begin at once: each
 * change is made in one transaction, under a lock.
 * @throws NewerStore when the store has changes that this version does not know; nothing is touched then.
 */
export async function migrate(database: Database): Promise<void> {
  const known = migrations(database.dialect);
  const names = Object.keys(known);
  const done = await madeSoFar(database);
  const unknown = done.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new NewerStore(
      `The case store (${database.label}) was made by a newer Faultline: it has the change "${unknown}", and this one knows them up to "${names.at(-1)}". Update Faultline here; nothing was changed.`,
    );
  if (done.length === names.length) return;
  const migrator = new Migrator({ db: database.db, provider: { getMigrations: () => Promise.resolve({ ...known }) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const failed = results?.find(({ status }) => status === 'Error')?.migrationName ?? 'the first step';
  throw new Error(`its tables could not be brought up to date (${failed}): ${(error as Error).message}`, {
    cause: error,
  });
}

async function madeSoFar({ db, dialect }: Database): Promise<readonly string[]> {
  const { rows: tables } =
    dialect === 'sqlite'
      ? await sql`select 1 from sqlite_master where type = 'table' and name = 'kysely_migration'`.execute(db)
      : await sql`select 1 where to_regclass('kysely_migration') is not null`.execute(db);
  if (tables.length === 0) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}
