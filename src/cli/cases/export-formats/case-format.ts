import type { ExportedCase, KnowledgeBase, Session } from '../../../index.js';

/** A case to be written out, and the knowledge base that it can be told in words with, if there is one. */
export interface CaseToWrite {
  readonly exported: ExportedCase;
  /** With the session as that knowledge base takes it. */
  readonly readable?: { readonly kb: KnowledgeBase; readonly session: Session };
}

/** A form in which cases are written out, one after the other. */
export interface CaseFormat {
  /** What stands before the first one, between two, and after the last one. */
  readonly before: string;
  readonly between: string;
  readonly after: string;
  readonly write: (written: CaseToWrite) => string | Promise<string>;
}
