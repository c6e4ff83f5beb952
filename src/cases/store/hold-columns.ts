import type { Database } from '../drivers/database.js';
import type { Hold } from './hold.js';

/** The columns that say who has a case open, from now on; none without a hold. */
export function holdColumns({ clock, sql }: Database, hold: Hold | undefined) {
  return hold && { holder: hold.token, holder_name: hold.name, held_until: sql<number>`${clock()} + ${hold.forMs}` };
}

/** The same for somebody who did not have it before: both times are of the same moment. */
export function firstHoldColumns({ clock, sql }: Database, hold: Hold | undefined) {
  const now = clock();
  const until = hold && sql<number>`${now} + ${hold.forMs}`;
  return hold && { holder: hold.token, holder_name: hold.name, held_since: now, held_until: until };
}
