import type { UnsureKind } from '../knowledge/index.js';
import type { FactValue } from '../rules/index.js';

/** Where a fact can come from. */
export type Source = 'caller' | 'agent' | 'command' | 'rule' | 'tool';

/**
 * Something that was said or done, as the session keeps it. `question` says what it was a reply to, so that it can be
 * kept when an earlier answer is changed.
 */
export type Act =
  | { readonly answer: FactValue; readonly question: string; readonly at?: string }
  | { readonly unsure: UnsureKind; readonly question: string; readonly at?: string }
  | { readonly done: true; readonly question: string; readonly at?: string }
  | { readonly skip: string; readonly question: string; readonly at?: string }
  | { readonly tried: string; readonly question: string; readonly at?: string }
  | { readonly jump: string; readonly question: string; readonly why?: string; readonly at?: string }
  | { readonly refer: string; readonly question: string; readonly why?: string; readonly at?: string }
  | { readonly tell: Readonly<Record<string, FactValue>>; readonly source: Source; readonly at?: string };

/**
 * What the caller said in their own words, and what came of it; it changes nothing by itself.
 * - offered: the trees or answers that it was taken to mean, best first; empty when nothing fitted
 * - chose: which of them the agent took; absent when none of them was right
 * - missed: the words in it that were not understood
 */
export interface Said {
  readonly said: string;
  readonly offered: readonly string[];
  readonly chose?: string;
  readonly missed: readonly string[];
  /** The question it was said to; absent for what was said before there was one. */
  readonly question?: string;
  readonly at?: string;
}

/**
 * One entry of a session, in the order in which things happened. Nothing is ever taken out:
 * - back takes back the last act or change that still stands
 * - revise puts `to` in the place of the act at index `revise` of the list
 * - reopened marks that the session went on with another version of the knowledge base
 */
export type Event =
  | Act
  | Said
  | { readonly note: string; readonly at?: string }
  | { readonly back: true; readonly at?: string }
  | { readonly revise: number; readonly to: Act; readonly at?: string }
  | { readonly reopened: string; readonly at?: string };

/** One call as a value. Plain JSON. */
export interface Session {
  readonly format: 1;
  /** The tree the call started in. */
  readonly tree: string;
  /** The hash of the knowledge base the session is pinned to. */
  readonly knowledge: string;
  /** When the call began, in ISO 8601. */
  readonly started?: string;
  /** What the caller said first. */
  readonly words?: string;
  readonly events: readonly Event[];
}

/**
 * What can be handed to `step`. Everything about it may be wrong; a wrong one is refused and changes nothing.
 * `question` can be given with a reply, and has to be the question that is open then.
 */
export type Input =
  | { readonly answer: unknown; readonly question?: string }
  | { readonly unsure: string; readonly question?: string }
  | { readonly done: true; readonly question?: string }
  | { readonly skip: string; readonly question?: string }
  | { readonly tried: string; readonly question?: string }
  | { readonly tell: Readonly<Record<string, unknown>>; readonly source?: Source }
  | { readonly back: true }
  | { readonly revise: Revision }
  | { readonly jump: string; readonly why?: string }
  | { readonly refer: string; readonly why?: string }
  | Omit<Said, 'at'>
  | { readonly note: string };

/**
 * A change of an earlier answer. `node` names the question: a node (`power` or `printer-offline/power`), a fact, a fault
 * for its verification, or the key of the question; the latest such question counts. Exactly one of the others is given.
 */
export interface Revision {
  readonly node: string;
  readonly answer?: unknown;
  readonly unsure?: string;
}
