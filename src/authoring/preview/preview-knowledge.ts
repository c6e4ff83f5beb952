import type { KnowledgeBase } from '../../knowledge/index.js';
import { type Diagnostic, excerpt, neutralised, type Severity } from '../../source/index.js';
import { fileTrees } from './file-trees.js';
import { partAt } from './part-at.js';

/** A finding as an author sees it beside the picture. Nothing in it steers what shows it. */
export interface FindingShown {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The line with carets under the place; empty where there is no line. */
  readonly excerpt: string;
  /** Other places that have to do with it, in a line each. */
  readonly related: readonly string[];
  /** The tree whose file it is in; absent for files that belong to no tree. */
  readonly tree?: string;
  /** The node that it is in, or that comes to the fault that it is in. */
  readonly node?: string;
}

/** A tree that there is, or that a file would be without its mistake. */
export interface TreeShown {
  readonly id: string;
  readonly title: string;
  /** Whether it can be walked: with a mistake it cannot. */
  readonly isWhole: boolean;
  readonly counts: Readonly<Record<Severity, number>>;
}

/** What an author sees of a knowledge base as a whole. */
export interface KnowledgePreview {
  /** By id. */
  readonly trees: readonly TreeShown[];
  /** Errors first, then warnings, then advice; each by file and line. */
  readonly findings: readonly FindingShown[];
}

const gravest: readonly Severity[] = ['error', 'warning', 'advice'];

/**
 * What an author sees of a knowledge base: its trees, and what was found in them.
 * @param found as `lintKnowledge` gives it @param earlier the last whole form of each tree, for those with a mistake
 */
export function previewKnowledge(
  kb: KnowledgeBase,
  sources: ReadonlyMap<string, string>,
  found: readonly Diagnostic[],
  earlier: ReadonlyMap<string, KnowledgeBase> = new Map(),
): KnowledgePreview {
  const files = fileTrees(sources);
  const findings = gravest.flatMap((severity) =>
    found
      .filter((each) => each.severity === severity)
      .map((each) =>
        findingOf(each, sources, files, (tree) => kb.trees.get(tree) ?? earlier.get(tree)?.trees.get(tree)),
      ),
  );
  const ids = [...new Set([...kb.trees.keys(), ...files.values()])].sort();
  const trees = ids.map((id) => {
    const own = findings.filter(({ tree }) => tree === id);
    const count = (severity: Severity): number => own.filter((each) => each.severity === severity).length;
    return {
      id,
      title: neutralised((kb.trees.get(id) ?? earlier.get(id)?.trees.get(id))?.title ?? id),
      isWhole: kb.trees.has(id),
      counts: { error: count('error'), warning: count('warning'), advice: count('advice') },
    };
  });
  return { trees, findings };
}

function findingOf(
  { severity, code, message, hint, place, related }: Diagnostic,
  sources: ReadonlyMap<string, string>,
  files: ReadonlyMap<string, string>,
  treeOf: (id: string) => ReturnType<KnowledgeBase['trees']['get']>,
): FindingShown {
  const text = sources.get(place.file) ?? '';
  const tree = files.get(place.file);
  const part = tree === undefined ? undefined : partAt(text, place.line);
  const nodes = [...((tree === undefined ? undefined : treeOf(tree))?.nodes.values() ?? [])];
  const node = nodes.find((each) =>
    part?.kind === 'node' ? each.id === part.id : each.kind === 'fault' && each.fault === part?.id,
  );
  return {
    severity,
    code,
    message: neutralised(message),
    ...(hint === undefined ? {} : { hint: neutralised(hint) }),
    file: neutralised(place.file),
    line: place.line,
    column: place.column,
    excerpt: text === '' ? '' : excerpt(text, place),
    related: related.map((other) => neutralised(`${other.place.file}:${other.place.line} ${other.message}`)),
    ...(tree === undefined ? {} : { tree }),
    ...(node === undefined ? {} : { node: node.id }),
  };
}
