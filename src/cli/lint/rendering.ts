import type { Diagnostic, DiagnosticKind } from '../../index.js';

/** What a renderer of findings is given. */
export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  /** How many pieces of advice are not among them. */
  readonly unshown: number;
  /** The text of each file, for excerpts. */
  readonly sources: ReadonlyMap<string, string>;
  /** Every kind of diagnostic there is. */
  readonly kinds: readonly DiagnosticKind[];
  /** How many trees can be walked. */
  readonly trees: number;
  /** The folder as it was named, which paths are relative to. */
  readonly directory: string;
  readonly colour: boolean;
}

/** Turns findings into what is written out, ending with a line break. */
export type Renderer = (findings: Findings) => string;

/** The path of a file of the knowledge base as seen from where the command runs. */
export function pathFromHere(directory: string, file: string): string {
  const folder = directory
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '')
    .replace(/\/+$/, '');
  if (folder === '' && directory.startsWith('/')) return `/${file}`;
  return folder === '' || folder === '.' ? file : `${folder}/${file}`;
}
