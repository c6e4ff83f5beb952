import type { Session } from '../../session/index.js';
import type { CaseStanding } from '../standing.js';
import type { Hold } from './hold.js';

/** A call to be kept, with all its events. */
export interface CallToKeep {
  /** Made when the call begins, and never again given to another: a UUID. */
  readonly id: string;
  readonly session: Session;
  readonly standing: CaseStanding;
  /** Who keeps it. Without one only remarks may be added, such as a note by somebody else. */
  readonly hold?: Hold;
  /** What the last `keepCall` of it said, where there was one. */
  readonly kept?: { readonly number: number; readonly version: number };
}

/**
 * What came of keeping a call.
 * - kept: all its events are stored, and synchronised with the disk; `session` is there where others have noted something
 *   meanwhile, and has both
 * - taken: somebody else has taken the case over; nothing was stored
 * - changed: others have added events; nothing was stored
 * - gone: the case was erased in the meantime; nothing was stored
 */
export type Keeping =
  | { readonly result: 'kept'; readonly number: number; readonly version: number; readonly session?: Session }
  | { readonly result: 'taken'; readonly number: number; readonly by: string }
  | { readonly result: 'changed'; readonly number: number }
  | { readonly result: 'gone'; readonly number: number };
