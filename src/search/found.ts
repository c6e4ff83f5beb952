import type { BroadQuestion, NotCovered } from '../knowledge/index.js';
import type { Match } from './reasons.js';

/** A tree that fits what was said. */
export interface Result {
  readonly tree: string;
  readonly title: string;
  /** The symptom that is nearest to what was said; absent where none of them is near. */
  readonly symptom?: string;
  /** How likely it is the right one, from 0 to 1, as measured: bench/README.md says how well that holds. */
  readonly confidence: number;
  /** The words that were found, and as what. */
  readonly matched: readonly Match[];
}

/** What the words of a caller lead to. */
export interface Found {
  /** Whether a tree fits. Where none does, `results` are still what is nearest. */
  readonly fits: boolean;
  /** The likeliest first. */
  readonly results: readonly Result[];
  /** The subject that was meant, where it is one that no tree covers. */
  readonly notCovered?: NotCovered;
  /** Words that mean nothing to the knowledge base, and may have mattered. */
  readonly notUnderstood: readonly string[];
  /** What to ask when nothing fits. */
  readonly ask: readonly BroadQuestion[];
}

/** How a search is made. */
export interface SearchOptions {
  /** How many results there are at most: 5 without it. */
  readonly limit?: number;
  /** The last word may be unfinished, because it is being typed. */
  readonly typing?: boolean;
}

/** A knowledge base that can be searched at once, for results while somebody types. */
export interface Search {
  find(words: string, options?: SearchOptions): Found;
}
