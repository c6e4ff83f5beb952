import { fileKind } from './file-kind.js';
import { freeze } from './freeze.js';
import { collect, compare, link } from './link/index.js';
import type { Loaded, SourceFile } from './loaded.js';
import { readValid } from './read-valid.js';

/** What belongs to a knowledge base beside its files: their hash, and the paths of links that were not followed. */
export interface CompileOptions {
  readonly hash: string;
  readonly refusedLinks?: readonly string[];
  /** Whether what was written is given too. */
  readonly written?: boolean;
}

/**
 * Makes a knowledge base of its files: read each, validate each, link all, freeze. Files that do not belong to it are
 * passed over. Reports everything that is wrong in one go, and throws for nothing that an author wrote.
 */
export function compile(
  files: readonly SourceFile[],
  { hash, refusedLinks = [], written = false }: CompileOptions,
): Loaded {
  const collector = collect();
  const sources = new Map<string, string>();
  const valid = [...files]
    .sort((a, b) => compare(a.path, b.path))
    .flatMap((file) => {
      const kind = fileKind(file.path);
      return kind === undefined ? [] : [readValid(file, kind, collector.report)];
    });
  for (const { path, shown } of valid) sources.set(path, shown);
  for (const file of refusedLinks) collector.report('link-refused', beginningOf(file), {});
  if (!valid.some((file) => file.kind === 'knowledge-base') && !refusedLinks.includes('knowledge-base.yaml'))
    collector.report('manifest-missing', beginningOf('knowledge-base.yaml'), {});
  const knowledgeBase = { ...link(valid, collector), hash };
  const readable = valid.flatMap(({ path, kind, holder }) =>
    holder === undefined ? [] : [{ path, kind, root: holder.root }],
  );
  const loaded = { knowledgeBase, diagnostics: collector.sorted(), sources };
  return freeze(written ? { ...loaded, written: readable } : loaded);
}

function beginningOf(file: string) {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}
