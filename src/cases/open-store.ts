import type { CaseStore } from './case-store.js';

/** How long the database may take before it counts as out of reach. */
export interface StoreOptions {
  /** A caller is waiting (10 seconds, the usual), or somebody who can (10 minutes). */
  readonly patience?: 'call' | 'report';
}

const patience = {
  call: { connect: 5_000, statement: 10_000 },
  report: { connect: 10_000, statement: 600_000 },
} as const;

/**
 * Opens a case store, and makes it on first use.
 * @param where the path of a SQLite file, or the address of a PostgreSQL: postgres://user:password@host/name
 * @throws NewerStore when it was made by a newer Faultline; otherwise an Error that says what is wrong and what can be
 * done about it. Neither holds the password.
 */
export async function openStore(where: string, options: StoreOptions = {}): Promise<CaseStore> {
  // Loaded when it is wanted: the query builder takes longer to load than a whole call without it.
  const { storeAt } = await import('./store-at.js');
  return storeAt(where, patience[options.patience ?? 'call']);
}
