import type { Database } from '../drivers/database.js';
import type { Hold } from './hold.js';

/** The columns that say who has a case open, from now on; none without a hold. */
export function holdColumns({ clock, sql }: Database, hold: Hold | undefined) {
  return hold && { holder: hold.token, holder_name: hold.name, held_until: sql<number>`${clock()} + ${hold.forMs}` };
}
