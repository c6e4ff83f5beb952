import type { UnsureKind } from '../knowledge/index.js';
import type { FactValue } from '../rules/index.js';

/** How the agent and the caller talk. */
export type Channel = 'phone' | 'chat' | 'email';

/** Where a fact can come from. */
export type Source = 'caller' | 'agent' | 'command' | 'rule' | 'tool';

/**
 * Something that was said or done, as the session keeps it. `question` says what it was a reply to, so that it can be
 * kept when an earlier answer is changed.
 * - later: the question is put off, for the reason given; it is asked again before a conclusion that it can change
 * - confused: the caller has not understood what is open
 * - tried: the caller says that this was done before the call: a step, a node, a fault's fix or a procedure
 * - return: back to where the last jump left - problem: opens another problem of the caller in this tree, or turns to
 *   the open one with this number
 */
export type Act = Stamp &
  (
    | { readonly answer: FactValue; readonly question: string }
    | { readonly unsure: UnsureKind; readonly question: string }
    | { readonly done: true; readonly question: string }
    | { readonly skip: string; readonly question: string }
    | { readonly later: string; readonly question: string }
    | { readonly confused: true; readonly question: string }
    | { readonly tried: string; readonly question: string }
    | { readonly return: true; readonly question: string }
    | { readonly problem: string | number; readonly question: string; readonly words?: string }
    | { readonly jump: string; readonly question: string; readonly why?: string }
    | { readonly refer: string; readonly question: string; readonly why?: string }
    | { readonly tell: Readonly<Record<string, FactValue>>; readonly source: Source }
  );

/**
 * What the caller said in their own words, and what came of it; it changes nothing by itself.
 * - offered: the trees or answers that it was taken to mean, best first; empty when nothing fitted
 * - chose: which of them the agent took; absent when none of them was right
 * - missed: the words in it that were not understood
 */
export interface Said extends Stamp {
  readonly said: string;
  readonly offered: readonly string[];
  readonly chose?: string;
  readonly missed: readonly string[];
  /** The question it was said to; absent for what was said before there was one. */
  readonly question?: string;
}

/**
 * Something that is only recorded: it changes nothing about where the call stands.
 * - flag: something about what is open is wrong or unclear, for its author
 * - parked: the call is broken off until `callBack` (a time in ISO 8601, if one was agreed)
 * - resumed: it goes on, with this agent
 * - caller, contact, account, device: who is calling, how they are reached, and what it is about
 * - promised: what the caller was promised, and by when (a time in ISO 8601)
 * - abandoned: the call ended early, for this reason
 * - satisfaction: how content the caller said to be, from 1 (not at all) to 5 (very)
 */
export type Remark =
  | Said
  | (Stamp &
      (
        | { readonly note: string; readonly agent?: string }
        | { readonly flag: string; readonly question: string }
        | { readonly parked: string; readonly callBack?: string; readonly agent?: string }
        | { readonly resumed: string }
        | { readonly channel: Channel }
        | { readonly caller: string }
        | { readonly contact: string }
        | { readonly account: string }
        | { readonly device: string }
        | { readonly promised: string; readonly by?: string }
        | { readonly abandoned: string }
        | { readonly satisfaction: number }
      ));

/**
 * One entry of a session, in the order in which things happened. Nothing is ever taken out:
 * - back takes back the last act or change that still stands
 * - revise puts `to` in the place of the act at index `revise` of the list
 * - reopened marks that the session went on with another version of the knowledge base
 */
export type Event =
  | Act
  | Remark
  | ({ readonly back: true } & Stamp)
  | ({ readonly revise: number; readonly to: Act } & Stamp)
  | ({ readonly reopened: string } & Stamp);

/**
 * When an event happened, in ISO 8601, and how long it took in milliseconds since the one before it was kept, measured on
 * a clock that is never put forward or back. Either can be missing.
 */
export type Stamp = { readonly at?: string; readonly took?: number };

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
  /** Who took the call. */
  readonly agent?: string;
  /** Who is calling, as far as it was known when the call began. */
  readonly caller?: string;
  /** How the call began; the phone without it. */
  readonly channel?: Channel;
  readonly events: readonly Event[];
}

/**
 * What can be handed to `step`. Everything about it may be wrong; a wrong one is refused and changes nothing.
 * `question` can be given with a reply: the question that is open, or, with an answer or a way of not knowing, one that
 * can still come. `tried` is a node, a fault or a procedure, or "step" for the step that is being read.
 */
export type Input =
  | { readonly answer: unknown; readonly question?: string }
  | { readonly unsure: string; readonly question?: string }
  | { readonly done: true; readonly question?: string }
  | { readonly skip: string; readonly question?: string }
  | { readonly later: string; readonly question?: string }
  | { readonly confused: true; readonly question?: string }
  | { readonly tried: string }
  | { readonly return: true }
  | { readonly problem: string | number; readonly words?: string }
  | { readonly tell: Readonly<Record<string, unknown>>; readonly source?: Source }
  | { readonly back: true }
  | { readonly revise: Revision }
  | { readonly jump: string; readonly why?: string }
  | { readonly refer: string; readonly why?: string }
  | Omit<Said, keyof Stamp>
  | { readonly note: string; readonly agent?: string }
  | { readonly flag: string; readonly question?: string }
  | { readonly parked: string; readonly callBack?: string; readonly agent?: string }
  | { readonly resumed: string }
  | { readonly channel: Channel }
  | { readonly caller: string }
  | { readonly contact: string }
  | { readonly account: string }
  | { readonly device: string }
  | { readonly promised: string; readonly by?: string }
  | { readonly abandoned: string }
  | { readonly satisfaction: number };

/**
 * A change of an earlier answer. `node` names the question: a node (`power` or `printer-offline/power`), a fact, a fault
 * for its verification, or the key of the question; the latest such question counts. Exactly one of the others is given.
 */
export interface Revision {
  readonly node: string;
  readonly answer?: unknown;
  readonly unsure?: string;
}
