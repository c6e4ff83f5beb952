import { setTimeout as pause } from 'node:timers/promises';
import { CompiledQuery, type DatabaseConnection, SqliteDriver } from 'kysely';

/** For how long another process may be in the way, in milliseconds, before that counts as a failure. */
const longest = 15_000;

/**
 * Waits for other processes without holding up its own: SQLite is told to wait only briefly, since nothing else runs in
 * the meantime, and asked again after a pause.
 */
export class PatientSqliteDriver extends SqliteDriver {
  #patient: DatabaseConnection | undefined;

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    this.#patient ??= {
      executeQuery: (query) => patiently(() => connection.executeQuery(query)),
      streamQuery: (query, size) => connection.streamQuery(query, size),
    };
    return this.#patient;
  }

  // `begin` alone takes the lock at the first write: two that read before they write then fail each other.
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/**
 * Does something again for as long as others are in the way, up to 15 seconds. SQLite has no queue: whoever asks at the right
 * moment is next. So who has waited longer asks more often, and chance decides among equals.
 * @throws what it throws itself.
 */
export async function patiently<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  const from = performance.now();
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const waited = performance.now() - from;
      if (!isLocked(error) || waited > longest) throw error;
      await pause(1 + Math.random() * longestPause(waited));
    }
  }
}

function longestPause(waited: number): number {
  if (waited < 1_000) return 100;
  return waited < 3_000 ? 30 : 6;
}

function isLocked(error: unknown): boolean {
  const { message, errcode } = error as { readonly message?: unknown; readonly errcode?: unknown };
  // 5 is SQLITE_BUSY; its kinds have it in the lowest byte.
  return (
    (typeof errcode === 'number' && (errcode & 0xff) === 5) || /database (?:table )?is locked/.test(String(message))
  );
}
