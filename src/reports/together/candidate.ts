import type { TimeWindow } from './time-windows.js';

/** A group of calls that may be unusual: how many there are, how many were to be expected, and how likely that is. */
export interface Candidate {
  /** By its index; absent for calls about anything. */
  readonly subject?: number;
  /** By its index; absent where the calls share only their subject. */
  readonly value?: number;
  /** The time in which they are more frequent than before; absent where they are more frequent than others all the time. */
  readonly window?: TimeWindow;
  readonly count: number;
  readonly expected: number;
  readonly p: number;
}

/** What came of looking at many groups. */
export interface Looked {
  /** Those that may be unusual. */
  readonly candidates: readonly Candidate[];
  /** For each group that was looked at, the smallest p-value that it could have had. */
  readonly leasts: readonly number[];
}

/** Less often than this times the expected number is not worth telling. */
export const leastFactor = 2;
