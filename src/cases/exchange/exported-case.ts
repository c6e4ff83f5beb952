import type { Session } from '../../session/index.js';
import type { CaseStanding } from '../standing.js';

/** A known fact of a case, and where it comes from; a fact with several values has several entries. */
export interface ExportedFact {
  readonly fact: string;
  readonly value: string;
  /** caller, agent, command, rule or tool */
  readonly source: string;
}

/** What was thought of a fault at the end: suspected, ruled-out, isolated, found, fixed, partly or unverified. */
export interface ExportedFault {
  /** As tree/fault. */
  readonly fault: string;
  readonly cause: string;
  readonly status: string;
  /** Whether steps of its fix were done. */
  readonly mended: boolean;
  /** How long was spent on them, in milliseconds. */
  readonly took: number;
}

/** A question as it stands at the end. */
export interface ExportedQuestion {
  /** The event that answered it: its place in the session's list. */
  readonly event: number;
  readonly tree: string;
  /** The node; or `fact:os`, `verify:fault`, `tried:...`, `consent:node`, `issue:id`. */
  readonly question: string;
  /** answered, dont-know, cant-check, not-applicable, declined, skipped or later */
  readonly reply: string;
  readonly answer?: string;
  readonly took: number;
  /** How often it was not understood. */
  readonly confused: number;
}

/** A step that was read, or passed. */
export interface ExportedStep {
  readonly event: number;
  readonly tree: string;
  readonly node: string;
  /** Which of the steps of its node, from 0. */
  readonly step: number;
  /** As tree/fault, where it belongs to the fix of one. */
  readonly fault?: string;
  /** done, skipped, declined or tried (before the call) */
  readonly result: string;
  readonly why?: string;
  readonly took: number;
  /** Whether the fix it belongs to solved its fault; absent where it belongs to none, or nobody could check. */
  readonly solved?: boolean;
}

/** A tie to another case. */
export interface ExportedLink {
  readonly number: string;
  readonly id: string;
  readonly why: string;
  readonly at: string;
}

/**
 * A whole case as plain JSON, for other programs, and for other stores of Faultline. The keys of format 1 stay as they are;
 * new ones may come. Times are in ISO 8601, durations in milliseconds.
 */
export interface ExportedCase {
  readonly format: 1;
  /** With its check digit, such as 1042-9. Another store gives a number of its own. */
  readonly number: string;
  /** The same in every store. */
  readonly id: string;
  /** Whether what tells who was calling is in it. */
  readonly personal: boolean;
  readonly standing: CaseStanding;
  /** The call itself: everything else follows from it, with the knowledge base it names by its hash. */
  readonly session: Session;
  readonly treeVersion?: string;
  readonly links: readonly ExportedLink[];
  /** Whether what follows was worked out: not where the knowledge base is nowhere to be had. */
  readonly detailed: boolean;
  readonly facts: readonly ExportedFact[];
  readonly faults: readonly ExportedFault[];
  readonly questions: readonly ExportedQuestion[];
  readonly steps: readonly ExportedStep[];
}
