import type { KnowledgeBase } from '../../knowledge/index.js';
import type { FaultStatus, Move } from '../../session/index.js';

/** What the rows of a case are made from. */
export interface AboutCase {
  readonly kb: KnowledgeBase;
  readonly case_number: number;
  readonly day: string;
  readonly moves: readonly Move[];
  /** How long each event that stands took, in milliseconds, by its index. */
  readonly time: ReadonlyMap<number, number>;
  readonly faults: ReadonlyMap<string, FaultStatus>;
}
