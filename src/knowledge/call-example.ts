import type { FactValue } from '../rules/index.js';
import type { Place } from '../source/index.js';
import type { UnsureKind } from './model.js';

/**
 * One example call, with the place of each thing it expects. `ends` is absent where only the words are tested.
 */
export interface CallExample {
  readonly tree: string;
  readonly name: string;
  /** What the caller says first, and what the search has to make of it. */
  readonly words?: string;
  readonly found?: 'first' | 'among-three' | 'nothing';
  /** The day of the call, as 2026-11-01. */
  readonly on?: string;
  readonly given: ReadonlyMap<string, FactValue>;
  readonly answers: readonly CallTurn[];
  /** What is true, by the name of a question or fact: what `answers` does not say is replied from it. */
  readonly world?: ReadonlyMap<string, CallAnswer>;
  /** The fault whose fix helps, where there is a world. */
  readonly fixedBy?: string;
  /** What is replied where the world says nothing. */
  readonly otherwise?: UnsureKind;
  readonly ends?: 'fixed' | 'referred' | 'closed';
  readonly fault?: string;
  readonly desk?: string;
  /** The most questions that may be asked. */
  readonly within?: number;
  /** Questions that come up in this order, among others. */
  readonly asked?: readonly string[];
  readonly neverAsked: readonly string[];
  /** The node at which it ends, perhaps as `tree/node`. */
  readonly endsAt?: string;
  /** What is read aloud in the call, and what must not be. */
  readonly reads?: readonly string[];
  readonly neverReads?: readonly string[];
  readonly ruledOut?: readonly string[];
  readonly suspected?: readonly string[];
  /** The names of rules that have warned. */
  readonly warned?: readonly string[];
  readonly at: Place;
  /** Where each expectation stands, by its key as it is written. */
  readonly expected: ReadonlyMap<string, { readonly at: Place }>;
}

/** One entry of the answers of an example call: a reply, or something else that happens. */
export type CallTurn = CallAnswer | CallHappening;

/** One answer of an example call: the question it belongs to, and what is said. */
export interface CallAnswer {
  readonly question: string;
  readonly reply: CallReply;
  readonly at: Place;
}

/**
 * What is replied, or done with steps. `confused` and `done` say how often; `consent` and `tried` are the replies to what
 * is asked about steps: yes, no or a way of not knowing.
 */
export type CallReply =
  | { readonly answer: FactValue }
  | { readonly unsure: UnsureKind }
  | { readonly skip: string }
  | { readonly later: string }
  | { readonly confused: number }
  | { readonly done: number }
  | { readonly consent: string }
  | { readonly tried: string };

/** Something that happens in an example call and is no reply. */
export interface CallHappening {
  readonly happens:
    | { readonly tell: ReadonlyMap<string, FactValue> }
    | { readonly change: readonly CallAnswer[] }
    | { readonly back: number }
    | { readonly jump: string }
    | { readonly return: string }
    | { readonly problem: string | number }
    | { readonly tried: string }
    | { readonly refer: string };
  readonly at: Place;
}
