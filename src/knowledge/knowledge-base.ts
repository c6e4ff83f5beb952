import type { Condition } from '../rules/index.js';
import type { CallExample } from './call-example.js';
import type { BroadQuestion, Desk, Fact, LintSetting, NotCovered, Outcome, Procedure, Rule, Tree } from './model.js';
import type { Overlay } from './overlay.js';

/** Everything that was loaded, linked and frozen. */
export interface KnowledgeBase {
  readonly name: string;
  readonly title: string;
  readonly language: string;
  /** SHA-256 over all its files but the example calls, in hex: sessions are pinned to it. */
  readonly hash: string;
  readonly desks: ReadonlyMap<string, Desk>;
  readonly defaultDesk: string;
  /** For how many days a case is kept after its last event, by how it ended; without a number for ever. */
  readonly retention: ReadonlyMap<Outcome, number>;
  /** What it says about lints, by their names. */
  readonly lints: ReadonlyMap<string, LintSetting>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly conditions: ReadonlyMap<string, Condition>;
  /** By priority, then as written. */
  readonly rules: readonly Rule[];
  readonly checks: ReadonlyMap<string, { readonly name: string; readonly parameters: readonly string[] }>;
  readonly glossary: ReadonlyMap<
    string,
    { readonly plain: string; readonly looksLike?: string; readonly whenAsked?: boolean }
  >;
  /** Under the word that the trees use, what callers say instead. */
  readonly synonyms: ReadonlyMap<string, readonly string[]>;
  /** By id, in written order. */
  readonly overlays: ReadonlyMap<string, Overlay>;
  readonly procedures: ReadonlyMap<string, Procedure>;
  readonly notCovered: ReadonlyMap<string, NotCovered>;
  /** What to ask when no tree fits what the caller says, and the tree to begin in when none fits after that. */
  readonly nothingFits: { readonly ask: readonly BroadQuestion[]; readonly tree?: string };
  /** The trees that can be walked: those without an error. */
  readonly trees: ReadonlyMap<string, Tree>;
  readonly calls: readonly CallExample[];
}
