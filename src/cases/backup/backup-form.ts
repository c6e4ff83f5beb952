import { tableKeys } from '../schema/table-keys.js';
import type { Tables } from '../schema/tables.js';

/**
 * A backup is text, one JSON value a line, packed with gzip: a head, every row of every table after the rows that it
 * refers to, and an end by which a backup that was cut off is known. It is the same for both kinds of database.
 */
export interface BackupHead {
  readonly faultline: 'backup';
  readonly format: 1;
  /** When it was made, in ISO 8601: what it holds is the state of the store at one moment. */
  readonly at: string;
  /** The changes of the tables that the store had, in order. */
  readonly schema: readonly string[];
  /** The last number that was given to a case, also to one that was erased: no number is given twice. */
  readonly lastNumber: number;
}

/** A row of a table. */
export interface BackupRow {
  readonly table: keyof Tables;
  readonly row: Readonly<Record<string, string | number | null>>;
}

/** The last line: how many rows there are of each table. */
export interface BackupEnd {
  readonly end: Readonly<Partial<Record<keyof Tables, number>>>;
}

/** The tables in the order in which they are written. */
export const backupTables = Object.keys(tableKeys) as readonly (keyof Tables)[];
