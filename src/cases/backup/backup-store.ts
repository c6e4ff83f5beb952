import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { CaseStore } from '../case-store.js';
import type { Database } from '../drivers/database.js';
import type { Tables } from '../schema/tables.js';
import { inSnapshot } from '../store/in-snapshot.js';
import { rowsOf } from '../store/rows-of.js';
import { type BackupEnd, type BackupHead, backupTables } from './backup-form.js';
import { lastNumber } from './last-number.js';

/** What a backup holds. */
export interface BackedUp {
  readonly cases: number;
  readonly events: number;
}

/**
 * Writes a backup of the whole store to a new file, while calls are taken: its state at one moment. The file appears when
 * it is whole and on the disk.
 * @param at the time now in ISO 8601
 * @throws Error when the file is there already, or cannot be written; what the database throws.
 */
export async function backupStore(store: CaseStore, file: string, at: string): Promise<BackedUp> {
  if (await isThere(file)) throw new Error(`There is a file "${file}" already. Nothing is written over it.`);
  const draft = `${file}.new`;
  try {
    let counts: BackupEnd['end'] = {};
    await inSnapshot(store.database, (snapshot) => {
      const lines = linesOf(snapshot, at, (all) => {
        counts = all;
      });
      // Readable by its owner only: it holds what callers have said.
      return pipeline(Readable.from(lines), createGzip(), createWriteStream(draft, { flags: 'wx', mode: 0o600 }));
    });
    await synchronise(draft);
    await rename(draft, file);
    await synchronise(dirname(file));
    return { cases: counts.cases ?? 0, events: counts.events ?? 0 };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') await rm(draft, { force: true });
    throw error;
  }
}

/** Lines that are handed on together: a write for each would take most of the time. */
const atOnce = 200;

async function* linesOf(
  snapshot: Database,
  at: string,
  done: (counts: BackupEnd['end']) => void,
): AsyncIterable<string> {
  const { db, sql } = snapshot;
  const schema = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  const head: BackupHead = {
    faultline: 'backup',
    format: 1,
    at,
    schema: schema.rows.map(({ name }) => name),
    lastNumber: await lastNumber(snapshot),
  };
  yield `${JSON.stringify(head)}\n`;
  const counts: Partial<Record<keyof Tables, number>> = {};
  for (const table of backupTables) {
    let count = 0;
    let lines: string[] = [];
    for await (const row of rowsOf(snapshot, table)) {
      count += 1;
      lines.push(`${JSON.stringify({ table, row })}\n`);
      if (lines.length < atOnce) continue;
      yield lines.join('');
      lines = [];
    }
    yield lines.join('');
    counts[table] = count;
  }
  const end: BackupEnd = { end: counts };
  yield `${JSON.stringify(end)}\n`;
  done(counts);
}

async function isThere(file: string): Promise<boolean> {
  return (await stat(file).catch(() => undefined)) !== undefined;
}

/** Waits until a file, or the names in a folder, are on the disk. */
async function synchronise(path: string): Promise<void> {
  try {
    const file = await open(path, 'r');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    // Windows cannot open folders, nor synchronise what is open for reading: the names are in its journal.
    if (!['EISDIR', 'EPERM', 'EACCES', 'EINVAL'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
