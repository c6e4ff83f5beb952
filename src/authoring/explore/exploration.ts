import type { Place } from '../../knowledge/index.js';
import type { Input } from '../../session/index.js';

/**
 * What an exploration can find.
 * - dead-end: nothing leads on: no way is written, no answer can be given, or every reply is refused
 * - endless: a caller who always replies the same goes round for ever
 * - asked-often: a caller who replies now one thing and now another can go round as often as they like
 * - contradiction: a fact is known as one thing and set to another, or a fault is suspected or mended and ruled out
 * - fault-not-found: a fault that the graph leads to is found in no call
 * - not-taken: an answer, a branch or another way that no call takes
 * - refused: a reply that the question offers is not taken
 * - failed: the engine throws
 */
export const explorationKinds = [
  'dead-end',
  'endless',
  'asked-often',
  'contradiction',
  'fault-not-found',
  'not-taken',
  'refused',
  'failed',
] as const;

/** The name of something that an exploration can find. */
export type ExplorationKind = (typeof explorationKinds)[number];

/** Something that an exploration has found. */
export interface ExplorationFinding {
  readonly kind: ExplorationKind;
  /** The tree in which the call begins. */
  readonly tree: string;
  /** One sentence. */
  readonly message: string;
  readonly place: Place;
  /** The inputs that lead to it, from the start of a call in `tree`; empty for what never happens. */
  readonly events: readonly Input[];
}

/** The longest call of a tree, or the one with most questions before a fix. */
export interface LongCall {
  /** How many questions are asked in it. */
  readonly questions: number;
  /** How many things are done or explained in it. */
  readonly steps: number;
  readonly events: readonly Input[];
}

/** How many questions come at least before a fault is found, and with which events. */
export interface FaultReached {
  /** Its address, `tree/fault`. */
  readonly fault: string;
  readonly questions: number;
  readonly events: readonly Input[];
}

/** What can happen in calls that begin in one tree. */
export interface TreeExplored {
  readonly tree: string;
  /** How many different states there are; sessions that cannot differ any more are one. */
  readonly states: number;
  readonly transitions: number;
  /** Facts that were told at the beginning of some of the calls, since nothing in the tree asks for them. */
  readonly told: readonly string[];
  /** Whether everything was looked at. */
  readonly complete: boolean;
  /** What was not looked at, and why, in sentences; empty when complete. */
  readonly notReached: readonly string[];
  /** Among the calls that come to no state twice. Absent where a call never ends. */
  readonly longest?: LongCall;
  /** Up to the first fault whose fix is read. Absent where no fix is reached. */
  readonly mostBeforeFix?: LongCall;
  /** By address, in the order of their questions. */
  readonly faults: readonly FaultReached[];
}

/** What can happen in all calls that begin in the trees that were looked at. */
export interface Exploration {
  readonly trees: readonly TreeExplored[];
  /** In the order of the trees, then by place. */
  readonly findings: readonly ExplorationFinding[];
  readonly complete: boolean;
}

/** How far to go. */
export interface ExploreOptions {
  /** Only calls that begin in this tree. */
  readonly tree?: string;
  /** How many states of one tree are looked at, at most. 200,000 without it. */
  readonly states?: number;
  /** Called before the calls that begin in a tree are walked. */
  readonly onTree?: (tree: string, index: number, of: number) => void;
}
