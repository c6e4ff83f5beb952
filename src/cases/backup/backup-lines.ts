import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { Tables } from '../schema/tables.js';
import { type BackupHead, type BackupRow, backupTables } from './backup-form.js';
import { NoBackup } from './no-backup.js';

/**
 * Reads a backup: first its head, then its rows. Whether it is whole is known when the last row has been read.
 * @throws NoBackup when it is none, of a form that is not known, or not whole; what the file system throws.
 */
export async function* backupLines(file: string): AsyncIterable<BackupHead | BackupRow> {
  const counts = new Map<string, number>();
  let place = 0;
  let isHead = true;
  for await (const line of unpacked(file)) {
    const value = parsed(line, file);
    if (isHead) {
      yield headOf(value, file);
      isHead = false;
      continue;
    }
    if ('end' in value) {
      const end = value.end as Readonly<Record<string, number>>;
      const isWhole = backupTables.every((table) => (end[table] ?? 0) === (counts.get(table) ?? 0));
      if (!isWhole) throw new NoBackup(`The backup "${file}" is damaged: it does not hold as many rows as it says.`);
      return;
    }
    const { table, row } = value as Partial<BackupRow>;
    const at = backupTables.indexOf(table as keyof Tables);
    if (at < place || typeof row !== 'object' || row === null)
      throw new NoBackup(`The backup "${file}" is damaged: there is a row in it that belongs to no table.`);
    place = at;
    counts.set(table as string, (counts.get(table as string) ?? 0) + 1);
    yield { table: table as keyof Tables, row };
  }
  throw new NoBackup(`The backup "${file}" is not whole: its end is missing.`);
}

async function* unpacked(file: string): AsyncIterable<string> {
  const packed = createReadStream(file);
  const text = createGunzip();
  packed.once('error', (error) => text.destroy(error));
  packed.pipe(text).setEncoding('utf8');
  let rest = '';
  try {
    for await (const part of text) {
      const lines = `${rest}${part as string}`.split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    throw whyNot(error as Error, file);
  } finally {
    packed.destroy();
    text.destroy();
  }
}

function whyNot(error: NodeJS.ErrnoException, file: string): Error {
  if (error.code === 'ENOENT') return new NoBackup(`There is no file "${file}".`);
  return error.code?.startsWith('Z_') === true
    ? new NoBackup(`"${file}" is no backup, or it is damaged: it cannot be unpacked (${error.message}).`)
    : error;
}

function parsed(line: string, file: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>;
  } catch {
    // Said below.
  }
  throw new NoBackup(`The backup "${file}" is damaged: there is a line in it that is no JSON.`);
}

function headOf(value: Readonly<Record<string, unknown>>, file: string): BackupHead {
  const { faultline, format, schema, lastNumber, at } = value;
  if (faultline !== 'backup') throw new NoBackup(`"${file}" is no backup of a case store.`);
  const isKnown = format === 1 && Array.isArray(schema) && Number.isSafeInteger(lastNumber) && typeof at === 'string';
  if (!isKnown)
    throw new NoBackup(`The backup "${file}" was made by a newer Faultline, in a form that this one does not know.`);
  return value as unknown as BackupHead;
}
