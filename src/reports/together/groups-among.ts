import type { Names } from '../names.js';
import { discoveries } from '../statistics/discoveries.js';
import type { Calls } from './calls.js';
import { type Group, groupsOf } from './groups.js';
import { moreThanBefore } from './more-than-before.js';
import { moreThanOthers } from './more-than-others.js';
import { type Tally, tallyOf } from './tally.js';
import { timeWindows } from './time-windows.js';

/** Of the groups that are shown, at most this share is there by chance. */
export const byChance = 0.01;

/** The groups of calls that are more frequent than chance would have it, the least likely first. */
export interface Found {
  readonly groups: readonly Group[];
  readonly tally: Tally;
  /** How many groups were looked at. */
  readonly looked: number;
}

/**
 * Looks which calls belong together. See `moreThanBefore` and `moreThanOthers` for what is compared with what,
 * `discoveries` for how it is allowed for that very many groups are looked at, and `groupsOf` for what is put together.
 */
export function groupsAmong(calls: Calls, names: Names): Found {
  const tally = tallyOf(calls);
  const before = moreThanBefore(tally, timeWindows(tally, calls.weeks), byChance);
  const others = moreThanOthers(calls, tally, names, byChance);
  const candidates = [...before.candidates, ...others.candidates];
  const { found, looked } = discoveries(candidates, [...before.leasts, ...others.leasts], byChance);
  return { groups: groupsOf(calls, tally, found), tally, looked };
}
