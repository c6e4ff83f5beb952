import type { FactValue } from '../rules/index.js';
import type { Manner } from './manner.js';
import type { CallerReply, Scenario } from './scenario.js';

/** What a caller will do beside answering, settled before the round so that it can be won by an agent who listens. */
export interface Plan {
  /** Facts that are told beside an answer, by the key of the question. */
  readonly told: ReadonlyMap<string, readonly string[]>;
  /** The address of the fault node whose fix the caller has tried already, and whether it was done rightly. */
  readonly tried?: { readonly node: string; readonly rightly: boolean };
  /** A question that is answered wrongly first. */
  readonly wrong?: { readonly question: string; readonly reply: CallerReply };
}

/**
 * Something that the caller says.
 * - opening: the first words - reply: to a question - asks-back: does not understand it
 * - correction: an earlier reply was wrong - tried: the fix has been tried already
 * - follows: does a step, or takes in what is explained - ends: says goodbye
 */
export interface Utterance {
  readonly kind: 'opening' | 'reply' | 'asks-back' | 'correction' | 'tried' | 'follows' | 'ends';
  readonly text: string;
  /** The key of what was open, and what it asks. */
  readonly question: string;
  readonly ask: string;
  /** The fact that it asks for. */
  readonly fact?: string;
  /** Whether the question finds something out, so that it counts. */
  readonly counts: boolean;
  readonly reply?: CallerReply;
  /** The reply as the agent finds it among the answers; empty without one. */
  readonly words: string;
  /** Facts told beside. */
  readonly told: ReadonlyMap<string, FactValue>;
  /** The earlier reply that is taken back, and the right one. */
  readonly correction?: { readonly question: string; readonly ask: string; readonly reply: CallerReply };
  /** Whether it had been said before. */
  readonly again: boolean;
}

/** A call for practice: who calls, and everything that the caller has said so far. */
export interface Round {
  readonly scenario: Scenario;
  readonly manner: Manner;
  /** Makes the same round again. */
  readonly seed: number;
  readonly plan: Plan;
  readonly said: readonly Utterance[];
}
