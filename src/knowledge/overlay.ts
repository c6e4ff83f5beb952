import type { Condition } from '../rules/index.js';
import type { Place } from '../source/index.js';

/**
 * A known issue: trouble that many callers have at the moment, and that no troubleshooting here can mend.
 * - trees, faults: before which trees (`tree`), or before the fix of which faults (`tree/fault`), it is shown
 * - when: shown only while this is not false; without trees and faults, only once it is true
 */
export interface Overlay {
  readonly id: string;
  readonly title: string;
  /** The first and the last day on which it is shown, as 2026-11-01; without them always. */
  readonly from?: string;
  readonly until?: string;
  readonly trees: readonly string[];
  readonly faults: readonly string[];
  readonly when?: Condition;
  /** The question that tells whether it is this, for the agent and as read aloud. */
  readonly ask: string;
  readonly say?: string;
  /** What the caller is told when it is this. */
  readonly explain: string;
  /** What the caller can do meanwhile. */
  readonly workaround?: string;
  /** What happens when it is this: the call ends as known, goes on, or goes to a desk. */
  readonly then: { readonly kind: 'close' | 'go-on' } | { readonly kind: 'refer'; readonly desk: string };
  readonly sources: readonly { readonly title: string; readonly url: string }[];
  readonly at: Place;
}
