import { statSync } from 'node:fs';
import { applyFixes, diagnosticKinds, type Loaded, lintKinds, lintKnowledge, loadFolder } from '../../index.js';
import { writeWhole } from '../write-whole.js';
import { renderGithub } from './github.js';
import { renderJson } from './json.js';
import { pathFromHere, type Renderer } from './rendering.js';
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
export interface LintCommand {
  readonly format: LintFormat;
  readonly colour: boolean;
  /** The day, as 2026-11-28. */
  readonly today: string;
  /** Whether warnings count as findings. */
  readonly strict?: boolean;
  /** Whether advice is shown too. */
  readonly advice?: boolean;
  /** Whether what is certain is mended in the files. */
  readonly fix?: boolean;
}

/**
 * Loads the knowledge base in a folder afresh and writes what an author should mend. Gives the exit code: 0 when there
 * is nothing (or only warnings, unless strict, or advice), 1 when there is, 2 when the folder cannot be read.
 */
export async function runLint(
  directory: string,
  { format, colour, today, strict = false, advice = false, fix = false }: LintCommand,
  write: (text: string) => void,
): Promise<number> {
  let loaded: Loaded;
  try {
    loaded = await loadFolder(directory, { written: true });
    if (fix && mend(directory, loaded, today, write)) loaded = await loadFolder(directory, { written: true });
  } catch (problem) {
    const code = (problem as { code?: unknown }).code;
    if (typeof code !== 'string') throw problem;
    const reasons: Readonly<Record<string, string>> = { ENOENT: 'it is not there', ENOTDIR: 'it is not a folder' };
    write(`The folder ${JSON.stringify(directory)} cannot be read: ${reasons[code] ?? code}.\n`);
    return 2;
  }
  const { sources, knowledgeBase } = loaded;
  const found = lintKnowledge(loaded, { today });
  const diagnostics = found.filter(({ severity }) => advice || severity !== 'advice');
  const unshown = found.length - diagnostics.length;
  const kinds = [...(await diagnosticKinds()), ...lintKinds];
  const trees = knowledgeBase.trees.size;
  write(lintFormats[format]({ diagnostics, unshown, sources, kinds, trees, directory, colour }));
  return found.some(({ severity }) => severity === 'error' || (strict && severity === 'warning')) ? 1 : 0;
}

/** @returns whether a file was changed. */
function mend(directory: string, loaded: Loaded, today: string, write: (text: string) => void): boolean {
  const files = applyFixes(lintKnowledge(loaded, { today }), loaded.sources);
  for (const { file, text, fixes } of files) {
    const path = pathFromHere(directory, file);
    writeWhole(path, text, statSync(path).mode);
    write(`${path}: ${fixes} ${fixes === 1 ? 'place' : 'places'} mended.\n`);
  }
  return files.length > 0;
}

/** Writes the name of every lint with what it is about, and how grave it is where nothing else is said. */
export async function listLints(write: (text: string) => void): Promise<void> {
  const kinds = [...(await diagnosticKinds()), ...lintKinds].sort((a, b) => (a.code < b.code ? -1 : 1));
  const longest = Math.max(...kinds.map(({ code }) => code.length));
  for (const { code, severity, summary } of kinds)
    write(`${code.padEnd(longest)}  ${severity.padEnd('warning'.length)}  ${summary}\n`);
}
