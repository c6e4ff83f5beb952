import { randomUUID } from 'node:crypto';
import type { Hold } from '../../index.js';

/** How long a case stays held after the last sign of life, in milliseconds. */
const heldFor = 180_000;

/** A hold in somebody's name. */
export function holdFor(holder: string, token: string = randomUUID()): Hold {
  return { token, name: holder, forMs: heldFor };
}
