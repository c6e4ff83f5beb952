import type { CallExample } from '../../knowledge/index.js';
import type { Input, Move } from '../../session/index.js';
import type { Place } from '../../source/index.js';

/** Where a call went another way than its example says. */
export interface Difference {
  /** One or two sentences: what was expected, and where the call went. */
  readonly message: string;
  /** What would be right, where that can be guessed. */
  readonly hint?: string;
  readonly place: Place;
}

/** Something in which the call and its example agreed, such as `light: off`, and where the example says it. */
export interface Agreed {
  readonly words: string;
  readonly place: Place;
}

/** How an example call went. It passed when there is no difference. */
export interface CallResult {
  readonly example: CallExample;
  readonly differences: readonly Difference[];
  /** What went as the example says before the first difference, in order. */
  readonly agreed: readonly Agreed[];
  readonly trail: readonly Move[];
  /** What was said and done, as `step` takes it: each reply with the question that it was to. */
  readonly inputs: readonly Input[];
}
