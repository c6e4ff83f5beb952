import type { CompiledQuery, Kysely, RawBuilder, Sql } from 'kysely';
import type { Tables } from '../schema/tables.js';

/** An open database: the query builder, and what differs between the two kinds. */
export interface Database {
  readonly dialect: 'sqlite' | 'postgres';
  readonly db: Kysely<Tables>;
  /** For what the query builder has no words for. */
  readonly sql: Sql;
  /** What to call it towards people: a path, or a host and a name without the password. */
  readonly label: string;
  /** Makes sure that what is written can be found again. @throws Error where the file that is open is not at its place any more. */
  readonly check: () => void;
  /** The time now in milliseconds, by the one clock that all who write to it share. */
  readonly now: () => Promise<number>;
  /** The same within a statement. */
  readonly clock: () => RawBuilder<number>;
  /**
   * SQLite only, which has one writer at a time: runs statements in one transaction and does nothing else meanwhile.
   * @returns the rows that the first one returns; undefined where it returns none, and then nothing is stored.
   */
  readonly together?: (first: CompiledQuery, then: readonly CompiledQuery[]) => Promise<readonly unknown[] | undefined>;
  /** Writes what is pending and takes deleted text out of the files, as far as the database can be told to. */
  readonly scrub: () => Promise<void>;
  readonly close: () => Promise<void>;
}
