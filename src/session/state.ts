import type { Edge, UnsureKind } from '../knowledge/index.js';
import type { FactValue } from '../rules/index.js';
import type { Act, Source } from './event.js';

/** A known fact: its value, where it comes from, when, and by which event or rule. */
export interface Known {
  readonly value: FactValue;
  readonly source: Source;
  readonly at?: string;
  /** Index in the session's events. */
  readonly event?: number;
  readonly rule?: string;
}

/**
 * What is thought of a fault:
 * - suspected: a rule points to it - ruled-out: a rule excludes it, or its fix did not help
 * - isolated: being explained or mended - found: isolated, but it cannot be mended here
 * - fixed: mended and verified - partly: the fix helped, but is not all - unverified: mended, but nobody could check
 */
export type FaultStatus = 'suspected' | 'ruled-out' | 'isolated' | 'found' | 'fixed' | 'partly' | 'unverified';

/** Whether so much has been found out about a fault that its fix is not offered again. */
export function isSettled(status: FaultStatus | undefined): boolean {
  return settled.has(status);
}

const settled: ReadonlySet<FaultStatus | undefined> = new Set([
  'ruled-out',
  'found',
  'fixed',
  'partly',
  'unverified',
] as const);

/** A place in a tree. */
export interface Position {
  readonly tree: string;
  readonly node: string;
}

/**
 * What a question is about: a node's own question, the usual question of a fact, a fault's verification; whether what
 * the caller has tried was done rightly (`what`, which stands for these steps of the node); whether the caller agrees to
 * a step; whether it is a known issue.
 */
export type Question =
  | { readonly purpose: 'node'; readonly key: string }
  | { readonly purpose: 'fact'; readonly key: string; readonly fact: string }
  | { readonly purpose: 'verify'; readonly key: string; readonly fault: string }
  | { readonly purpose: 'tried'; readonly key: string; readonly what: string; readonly steps: readonly number[] }
  | { readonly purpose: 'consent'; readonly key: string; readonly step: number }
  | { readonly purpose: 'issue'; readonly key: string; readonly issue: string };

/**
 * Why the call went on from a place. `event` is the index in the session's events. A tree that the call is `inside` is not
 * visited once more: the call goes back to it, to what follows the visit that left it.
 */
export type Reason =
  | { readonly kind: 'answered'; readonly question: Question; readonly value: FactValue; readonly event: number }
  | { readonly kind: 'unsure'; readonly question: Question; readonly unsure: UnsureKind; readonly event: number }
  | {
      readonly kind: 'skipped';
      readonly key: string;
      readonly question?: Question;
      readonly why: string;
      readonly event: number;
    }
  | { readonly kind: 'postponed'; readonly question: Question; readonly why: string; readonly event: number }
  | { readonly kind: 'confused'; readonly key: string; readonly event: number }
  | { readonly kind: 'claimed'; readonly what: string; readonly event: number }
  | { readonly kind: 'tried'; readonly question: Question; readonly what: string; readonly event: number }
  | { readonly kind: 'not-agreed'; readonly question: Question; readonly why?: string; readonly event: number }
  | { readonly kind: 'done'; readonly key: string; readonly step: number; readonly event: number }
  | { readonly kind: 'explained'; readonly key: string; readonly fault: string; readonly event: number }
  | {
      readonly kind: 'jumped';
      readonly key: string;
      readonly to: Position;
      readonly why: string;
      readonly event: number;
    }
  | { readonly kind: 'came-back'; readonly key: string; readonly to: Position; readonly event: number }
  | {
      readonly kind: 'problem';
      readonly key: string;
      readonly number: number;
      readonly to: Position;
      readonly words?: string;
      readonly event: number;
    }
  | {
      readonly kind: 'referred';
      readonly key: string;
      readonly desk: string;
      readonly why: string;
      readonly event: number;
    }
  | { readonly kind: 'told'; readonly facts: readonly string[]; readonly event: number }
  | { readonly kind: 'known'; readonly fact: string; readonly value: FactValue; readonly source: Source }
  | { readonly kind: 'known-unsure'; readonly fact: string; readonly unsure: UnsureKind }
  | { readonly kind: 'decided'; readonly branch: number | 'otherwise' }
  | { readonly kind: 'visited' }
  | { readonly kind: 'inside' }
  | { readonly kind: 'returned' }
  | { readonly kind: 'nothing-to-do' }
  | { readonly kind: 'already-tried'; readonly fault: string; readonly status: FaultStatus }
  | { readonly kind: 'ended' }
  | { readonly kind: 'rule'; readonly rule: string; readonly set: readonly string[]; readonly to?: Position }
  | { readonly kind: 'circle' };

/** One entry of the trail: where the call was, why it went on, and along which edge if it moved along one. */
export interface Move extends Position {
  readonly reason: Reason;
  readonly edge?: Edge;
}

/** The trail as a list that shares its past with the states before. */
export interface Trail {
  readonly move: Move;
  readonly before: Trail | undefined;
}

/**
 * How far the call is inside its node. `steps` are the indices of the steps that apply; `agreed` is the one to which the
 * caller has agreed. An end is `decided` where the agent chose a desk or the caller knew the issue again: it waits for
 * nothing.
 */
export type Phase =
  | { readonly at: 'node' }
  | { readonly at: 'steps'; readonly steps: readonly number[]; readonly index: number; readonly agreed?: number }
  | { readonly at: 'verify'; readonly steps: readonly number[] }
  | { readonly at: 'end'; readonly end: End; readonly decided?: true };

/** How a call ends. */
export type End =
  | { readonly type: 'fixed'; readonly say?: string }
  | { readonly type: 'closed'; readonly say?: string; readonly issue?: string }
  | { readonly type: 'referred'; readonly desk: string; readonly because: string };

/**
 * Where the call waits for the agent. `key` is what a reply belongs to; `steps` are indices of those that apply.
 * `raised` is the question that was put off and now has to be asked: `key` is then that of the conclusion before which it
 * is, so that what the agent does there still fits when the question has been answered.
 */
export type Stop =
  | { readonly type: 'asking'; readonly key: string; readonly question: Question; readonly raised?: Postponed }
  | { readonly type: 'doing'; readonly key: string; readonly steps: readonly number[]; readonly index: number }
  | { readonly type: 'isolated'; readonly key: string; readonly steps: readonly number[] }
  | { readonly type: 'end'; readonly key: string };

/** A question that was put off: where it was asked, why, by which event, and in which problem of the call. */
export interface Postponed extends Position {
  readonly question: Question;
  readonly why: string;
  readonly event: number;
  readonly problem: number;
}

/** A place to come back to, with how far the call was there. */
export interface Place extends Position {
  readonly stack: readonly Position[];
  readonly phase: Phase;
  readonly away: readonly Place[];
  readonly overtaken: boolean;
}

/** One of the problems of a call. `place` is where it stands while another one is dealt with. */
export interface Problem {
  readonly tree: string;
  readonly words?: string;
  readonly place?: Place;
}

/** The key of the question that is open: what a reply belongs to. */
export function openKey(stop: Stop): string {
  return stop.type === 'asking' ? stop.question.key : stop.key;
}

/** Where a session stands, with all that was computed on the way. Never changed once it is reached. */
export interface State extends Position {
  /** The visits the call is inside, outermost first: where to come back to. */
  readonly stack: readonly Position[];
  readonly phase: Phase;
  readonly stop: Stop;
  /** The places that jumps have left, the last one last. */
  readonly away: readonly Place[];
  /** Whether a rule has led the call here: what was put off and what is known of issues has to wait then. */
  readonly overtaken: boolean;
  readonly problems: readonly Problem[];
  /** Which of them is dealt with. */
  readonly problem: number;
  readonly postponed: readonly Postponed[];
  /** What the caller says to have tried, and nobody has made sure of yet. */
  readonly claims: readonly string[];
  /** The known issues that have been asked about. */
  readonly issues: ReadonlySet<string>;
  /** The day of the call, as 2026-11-01, if it is known. */
  readonly day: string | undefined;
  readonly facts: ReadonlyMap<string, Known>;
  /** Facts that were asked for and not known. */
  readonly unknown: ReadonlyMap<string, UnsureKind>;
  /** By address, `tree/fault`. */
  readonly faults: ReadonlyMap<string, FaultStatus>;
  readonly fired: ReadonlySet<string>;
  readonly warnings: readonly string[];
  readonly trail: Trail | undefined;
  /** Acts that belong to questions which are not on the way now; taken up when their question comes. */
  readonly aside: readonly Aside[];
}

/** An act that waits for its question. */
export interface Aside {
  readonly act: Act;
  readonly event: number;
}

/**
 * A state in the making: only `settle` and what it calls write to it. `changed` are the facts whose rules have not been
 * looked at yet. Once it is settled it is kept as a state.
 */
export type Draft = { -readonly [Key in keyof State]: State[Key] } & { changed: ReadonlySet<string> };

/** `tree/node` */
export function addressOf(position: Position): string {
  return `${position.tree}/${position.node}`;
}

/** The moves of a trail, first to last. */
export function movesOf(trail: Trail | undefined): readonly Move[] {
  const moves: Move[] = [];
  for (let entry = trail; entry !== undefined; entry = entry.before) moves.push(entry.move);
  return moves.reverse();
}
