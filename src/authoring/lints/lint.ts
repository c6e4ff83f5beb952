import type { KnowledgeBase, LintLevel, WrittenFile } from '../../knowledge/index.js';
import type { Diagnostic, Place } from '../../source/index.js';
import type { WrittenText } from './written-texts.js';

/** What a lint looks at. */
export interface Subject {
  readonly kb: KnowledgeBase;
  readonly files: readonly WrittenFile[];
  /** Every text in the files, in written order. */
  readonly texts: readonly WrittenText[];
  /** The day, as 2026-11-28; absent where nobody says it, and then nothing is due. */
  readonly today?: string;
  /** The number that this lint allows, where it counts something. */
  readonly most: number;
}

/** What to write in a place instead, where that is certain. */
export interface Fix {
  readonly place: Place;
  readonly text: string;
}

/** A diagnostic of a lint, with what would mend it where that is certain. */
export interface Finding extends Diagnostic {
  readonly fix?: Fix;
}

/** What a lint says about one place. */
export interface Found {
  readonly place: Place;
  /** One sentence. */
  readonly message: string;
  /** What would be right. */
  readonly hint?: string;
  readonly related?: Diagnostic['related'];
  readonly fix?: Fix;
}

/** One thing that is looked for in knowledge that can be loaded, and could be better. */
export interface Lint {
  /** The name of its page in docs/diagnostics. */
  readonly code: string;
  /** How grave it is where the manifest does not say otherwise. */
  readonly level: LintLevel;
  /** What is wrong in general, in one sentence. */
  readonly summary: string;
  /** The number that it allows where the manifest does not say otherwise; only where it counts something. */
  readonly most?: number;
  /** Whether it needs all of the knowledge base: it is left out while some of it cannot be read. */
  readonly whole?: boolean;
  readonly look: (subject: Subject) => Iterable<Found>;
}
