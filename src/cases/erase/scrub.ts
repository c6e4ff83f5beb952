import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../drivers/database.js';

/** How often it is tried while others use the database, and how long is waited in between, in milliseconds. */
const [mostTries, between] = [5, 400];

/**
 * Takes what was deleted out of the files of the database.
 * @returns why that could not be done, such as that somebody was reading all the time; undefined where it was.
 */
export async function scrub(database: Database): Promise<string | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await database.scrub();
      return undefined;
    } catch (error) {
      if (attempt >= mostTries) return (error as Error).message;
      await pause(between);
    }
  }
}
