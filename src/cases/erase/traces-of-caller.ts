import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../drivers/database.js';
import { tableKeys } from '../schema/table-keys.js';
import type { Tables } from '../schema/tables.js';
import { rowsOf } from '../store/rows-of.js';
import { bytesInFile } from './bytes-in-file.js';
import type { WordsOfCaller } from './words-of-caller.js';

/** A case in which words of a caller still stand, and where: `events event`, `cases caller`. */
export interface CaseWithTraces {
  readonly number: number;
  readonly where: readonly string[];
}

/** Where was looked for the words of a caller, and where they were found. */
export interface Traces {
  readonly tables: readonly string[];
  readonly files: readonly string[];
  readonly inCases: readonly CaseWithTraces[];
  readonly inFiles: readonly string[];
}

/**
 * Looks for words of a caller in every text of every table, in the files of the database where it has files of its own
 * (SQLite), and in the files of the folders that are given.
 */
export async function tracesOfCaller(
  database: Database,
  words: WordsOfCaller,
  folders: readonly string[],
): Promise<Traces> {
  // The files of knowledge bases are no callers' texts, and are stored packed.
  const tables = (Object.keys(tableKeys) as (keyof Tables)[]).filter((table) => table !== 'knowledge');
  const found = new Map<number, Set<string>>();
  for (const table of tables) {
    for await (const row of rowsOf(database, table)) {
      for (const [column, value] of Object.entries(row)) {
        if (typeof value !== 'string' || !words.in(value)) continue;
        const number = numberOf(row);
        found.set(number, (found.get(number) ?? new Set()).add(`${table} ${column}`));
      }
    }
  }
  const own = database.dialect === 'sqlite' ? ['', '-wal', '-shm'].map((end) => `${database.label}${end}`) : [];
  const files: string[] = [];
  const inFiles: string[] = [];
  for (const path of [...own, ...(await Promise.all(folders.map(filesIn))).flat()]) {
    const isThere = await bytesInFile(path, words.bytes);
    if (isThere === undefined) continue;
    files.push(path);
    if (isThere) inFiles.push(path);
  }
  const inCases = [...found].map(([number, where]) => ({ number, where: [...where].sort() }));
  return { tables, files, inCases: inCases.toSorted((a, b) => a.number - b.number), inFiles };
}

function numberOf(row: object): number {
  const { number, case_number, one } = row as { number?: number; case_number?: number; one?: number };
  return case_number ?? number ?? one ?? 0;
}

async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
