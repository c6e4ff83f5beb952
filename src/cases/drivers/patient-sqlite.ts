import { setTimeout as pause } from 'node:timers/promises';
import { CompiledQuery, type DatabaseConnection, SqliteDriver } from 'kysely';

/** For how long others may be in the way, in milliseconds, before that counts as a failure. */
const longest = 30_000;
/** The longest pause before it is asked again, in milliseconds. */
const longestPause = 500;
/** The same for one who has waited for long, and when that is. */
const pauseOfOld = 125;
const old = 4_000;

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
 * Does something again for as long as others are in the way, up to half a minute. Pauses grow: where hundreds wait, asking
 * would else take the processor away from the one that they wait for.
 * @throws what it throws itself.
 */
export async function patiently<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  const from = performance.now();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isLocked(error) || performance.now() - from > longest) throw error;
      await pause(5 + Math.random() * pauseAfter(attempt, performance.now() - from));
    }
  }
}

// SQLite has no queue: whoever asks at the right moment is next. So not all at once again, and those who have only just come
// leave it to the few who have waited for long.
function pauseAfter(attempt: number, waited: number): number {
  return waited > old ? pauseOfOld : Math.min(50 * attempt, longestPause);
}

function isLocked(error: unknown): boolean {
  const { message, errcode } = error as { readonly message?: unknown; readonly errcode?: unknown };
  // 5 is SQLITE_BUSY; its kinds have it in the lowest byte.
  return (
    (typeof errcode === 'number' && (errcode & 0xff) === 5) || /database (?:table )?is locked/.test(String(message))
  );
}
