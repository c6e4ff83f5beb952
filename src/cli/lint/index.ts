import { diagnosticKinds, type Loaded, loadFolder } from '../../index.js';
import { renderGithub } from './github.js';
import { renderJson } from './json.js';
import type { Renderer } from './rendering.js';
import { renderSarif } from './sarif.js';
import { renderText } from './text.js';

/** How findings can be written out. */
export const lintFormats = {
  text: renderText,
  json: renderJson,
  sarif: renderSarif,
  github: renderGithub,
} as const satisfies Record<string, Renderer>;

/** The name of a way to write findings out. */
export type LintFormat = keyof typeof lintFormats;

/** How to lint. */
export interface LintOptions {
  readonly format: LintFormat;
  readonly colour: boolean;
  /** Whether warnings count as findings. */
  readonly strict?: boolean;
}

/**
 * Loads the knowledge base in a folder afresh and writes what an author should mend. Gives the exit code: 0 when there
 * is nothing (or only warnings, unless strict), 1 when there is, 2 when the folder cannot be read.
 */
export async function runLint(
  directory: string,
  { format, colour, strict = false }: LintOptions,
  write: (text: string) => void,
): Promise<number> {
  let loaded: Loaded;
  try {
    loaded = await loadFolder(directory);
  } catch (problem) {
    const code = (problem as { code?: unknown }).code;
    if (typeof code !== 'string') throw problem;
    const reasons: Readonly<Record<string, string>> = { ENOENT: 'it is not there', ENOTDIR: 'it is not a folder' };
    write(`The folder ${JSON.stringify(directory)} cannot be read: ${reasons[code] ?? code}.\n`);
    return 2;
  }
  const { diagnostics, sources, knowledgeBase } = loaded;
  const kinds = await diagnosticKinds();
  write(lintFormats[format]({ diagnostics, sources, kinds, trees: knowledgeBase.trees.size, directory, colour }));
  return diagnostics.some(({ severity }) => strict || severity === 'error') ? 1 : 0;
}
