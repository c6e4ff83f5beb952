import type { Diagnostic } from '../source/index.js';
import type { KnowledgeBase } from './knowledge-base.js';
import type { WrittenFile } from './written-file.js';

/** One file of a knowledge base. */
export interface SourceFile {
  /** Relative to the knowledge base, with forward slashes. */
  readonly path: string;
  /** Its content, decoded or as bytes in UTF-8. */
  readonly text: string | Uint8Array;
}

/** How a folder is loaded. */
export interface LoadFolderOptions {
  /** Where compiled knowledge bases are kept between runs; absent, nothing is kept. */
  readonly cache?: string;
  /** Whether the example calls are loaded too, which takes longer: yes without it. The hash is the same either way. */
  readonly calls?: boolean;
  /** Whether what was written is kept with its places, for lints: nothing is taken from the cache then. */
  readonly written?: boolean;
}

/** What loading gives: everything that could be used, and everything that an author should mend. */
export interface Loaded {
  readonly knowledgeBase: KnowledgeBase;
  /** Sorted by file, line, column and code. */
  readonly diagnostics: readonly Diagnostic[];
  /** The text of each file by its path, for excerpts. */
  readonly sources: ReadonlyMap<string, string>;
  /** What was written in the files that could be read; only where it was asked for. */
  readonly written?: readonly WrittenFile[];
}
