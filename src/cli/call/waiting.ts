import type { Situation } from '../../index.js';

/** Whether the open question is one that can be put off. */
export function canWait(situation: Situation): boolean {
  if (situation.type !== 'asking' || situation.raised !== undefined) return false;
  return situation.purpose === 'node' || situation.purpose === 'fact';
}
