import type { Place } from './place.js';

/**
 * How grave a diagnostic is. A file or entry with an error is left out of the knowledge base. Advice is what a good author
 * would look at, and may have reasons to leave.
 */
export type Severity = 'error' | 'warning' | 'advice';

/** Something an author should mend, as a value: what is wrong, where, and what would be right. */
export interface Diagnostic {
  /** The name of its page in docs/diagnostics. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence. */
  readonly message: string;
  /** What would be right. */
  readonly hint?: string;
  readonly place: Place;
  /** Other places that have to do with it. */
  readonly related: readonly { readonly place: Place; readonly message: string }[];
}
