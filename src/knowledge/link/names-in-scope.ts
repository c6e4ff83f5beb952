import type { Desk } from '../model.js';
import type { Names } from './linking.js';
import type { StepNames } from './steps.js';

/** A check that checks.yaml declares. */
export interface DeclaredCheck {
  readonly name: string;
  readonly parameters: readonly string[];
}

/** What a tree file declares: known even where parts of it are broken. */
export interface DeclaredTree {
  readonly id: string;
  readonly path: string;
  /** The value of the file; absent where it could not be read. */
  readonly value?: Readonly<Record<string, unknown>>;
  readonly nodes: ReadonlySet<string>;
  readonly faults: ReadonlySet<string>;
}

/** Everything that the parts of trees, rules and calls can refer to. */
export interface NamesInScope extends StepNames {
  readonly desks: Names<Desk>;
  readonly checks: Names<DeclaredCheck>;
  readonly trees: Names<DeclaredTree>;
}
