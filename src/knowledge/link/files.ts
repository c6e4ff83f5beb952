import type { z } from 'zod';
import type { FileKind, fileSchemas, nodeSchemas, steps } from '../schema/index.js';

/** The value of a file of a kind, once it is valid. */
export type FileValue<Kind extends FileKind> = z.infer<(typeof fileSchemas)[Kind]>;

/** A file as it goes into linking. Parts of its value may be wrong; `Linking.sound` says which. */
export interface ValidFile {
  readonly path: string;
  readonly kind: FileKind;
  /** The value under `root`; absent where the file could not be read at all. */
  readonly holder?: { readonly root: unknown };
}

/** The value of a node of a kind. */
export type NodeValue<Kind extends keyof typeof nodeSchemas> = z.infer<(typeof nodeSchemas)[Kind]>;
/** The value of a list of steps. */
export type StepsValue = z.infer<typeof steps>;
