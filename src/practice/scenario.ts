import type { UnsureKind } from '../knowledge/index.js';
import type { FactValue } from '../rules/index.js';

/** What a caller replies to a question. */
export type CallerReply = { readonly answer: FactValue } | { readonly unsure: UnsureKind };

/** A question on the shortest way, and what the caller replies to it. */
export interface WayQuestion {
  /** The key of the question, as the session has it. */
  readonly key: string;
  readonly ask: string;
  /** It, as it is read aloud. */
  readonly read: string;
  readonly reply: CallerReply;
  /** The reply as one reads it. */
  readonly words: string;
  /** The answers that it has beside; empty where they are not listed. */
  readonly others: readonly string[];
  /** The fact that it is about. */
  readonly fact?: string;
  /** The fault whose fix it verifies. */
  readonly fault?: string;
}

/** What is wrong at a caller's who is played: everything that is true there, hidden from the agent. */
export interface Scenario {
  readonly tree: string;
  /** What it is about, in a line: for after the round. */
  readonly name: string;
  /** What the caller says first. */
  readonly words: string;
  /** The address (`tree/fault`) of the fault that is to be found; absent where the call is to be referred or closed. */
  readonly fault?: string;
  /** The address of the node where the right way ends. */
  readonly goal: string;
  readonly ends: 'fixed' | 'referred' | 'closed';
  readonly desk?: string;
  readonly facts: ReadonlyMap<string, FactValue>;
  /** The facts that the caller tells with the first words, because no question of the tree asks for them. */
  readonly opening: readonly string[];
  /** The shortest way: every question on it, in order. */
  readonly way: readonly WayQuestion[];
}
