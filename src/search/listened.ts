import type { UnsureKind } from '../knowledge/index.js';
import type { AnswerHeard } from './heard-answers.js';
import type { FactHeard } from './heard-facts.js';

/** What the words of a caller mean where a question is open. */
export interface Listened {
  /** The answers they can mean, best first. One alone can be proposed; of several the agent chooses. */
  readonly answers: readonly AnswerHeard[];
  /** The way of not knowing that they mean; only where they mean no answer. */
  readonly unsure?: UnsureKind;
  /** The facts that they tell beside that. */
  readonly facts: readonly FactHeard[];
  /** Where they say that something was done before the call: the procedures that it can be, best first. */
  readonly tried?: readonly string[];
}
