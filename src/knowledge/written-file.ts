import type { FileKind } from './schema/index.js';

/**
 * What an author wrote in one file: plain values as they stand there, some of them perhaps wrong. Where each was written is
 * found by `valuePlace` and the others of its kind.
 */
export interface WrittenFile {
  readonly path: string;
  readonly kind: FileKind;
  readonly root: unknown;
}
