import type { Tree } from '../model.js';
import type { Linking, Names } from './linking.js';
import type { NamesInScope } from './names-in-scope.js';

/** What the linking of a call file needs. */
export interface CallLinking extends Linking {
  readonly names: NamesInScope;
  /** The trees as far as they could be linked. */
  readonly trees: ReadonlyMap<string, Tree>;
  /** The trees that rules lead to. */
  readonly entered: readonly string[];
  /** The names of rules and of known issues. */
  readonly rules: Names<unknown>;
  readonly issues: Names<unknown>;
}
