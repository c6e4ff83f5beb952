import {
  type CallResult,
  type KnowledgeBase,
  type KnowledgePreview,
  type Loaded,
  lintKnowledge,
  loadFolder,
  previewKnowledge,
  runCalls,
} from '../../index.js';

/** A knowledge base that is being written: as it is on the disk now, and of what has a mistake the last form without. */
export interface WrittenKnowledge {
  /** Reads it anew. */
  load(): Promise<void>;
  /** Changes whenever it is read. */
  version(): string;
  now(): KnowledgePreview & {
    readonly kb: KnowledgeBase | undefined;
    readonly problem?: string;
    /** How often it was read, and when last. */
    readonly count: number;
    readonly at: string;
  };
  /** The knowledge base to show a tree by; `stale` when it is an earlier one, since the tree has a mistake now. */
  holding(tree: string): { readonly kb: KnowledgeBase; readonly stale: boolean } | undefined;
  /** What a tree is called now that was called so before; undefined when it has gone. */
  renamed(tree: string): string | undefined;
  /** How the example calls go, of one tree or of all. */
  calls(kb: KnowledgeBase, tree?: string): Promise<readonly CallResult[]>;
  /** Makes something of a version once, and gives the same from then on. */
  once<Made>(kb: KnowledgeBase, what: string, make: () => Promise<Made>): Promise<Made>;
}

interface Read extends KnowledgePreview {
  readonly loaded?: Loaded;
  readonly problem?: string;
}

/**
 * Opens the knowledge base in a folder; it is not read before `load`.
 * @param clock gives the time, in ISO 8601 @param run tells this preview from an earlier one that a page was open on
 */
export function openKnowledge(folder: string, run: string, clock: () => string): WrittenKnowledge {
  let read: Read = { trees: [], findings: [] };
  let count = 0;
  let at = '';
  const whole = new Map<string, KnowledgeBase>();
  const made = new WeakMap<KnowledgeBase, Map<string, Promise<unknown>>>();
  const once = <Made>(kb: KnowledgeBase, what: string, make: () => Promise<Made>): Promise<Made> => {
    const known = made.get(kb) ?? new Map<string, Promise<unknown>>();
    made.set(kb, known);
    const found = known.get(what) ?? make();
    known.set(what, found);
    return found as Promise<Made>;
  };
  return {
    load: async () => {
      read = await readAnew(folder, clock().slice(0, 10), whole, read);
      for (const id of read.loaded?.knowledgeBase.trees.keys() ?? [])
        whole.set(id, (read.loaded as Loaded).knowledgeBase);
      count += 1;
      at = clock();
    },
    version: () => `${run}-${count}`,
    now: () => ({ ...read, kb: read.loaded?.knowledgeBase, count, at }),
    holding: (tree) => {
      const kb = read.loaded?.knowledgeBase;
      if (kb?.trees.has(tree) === true) return { kb, stale: read.problem !== undefined };
      const before =
        read.trees.some(({ id }) => id === tree) || read.problem !== undefined ? whole.get(tree) : undefined;
      return before === undefined ? undefined : { kb: before, stale: true };
    },
    renamed: (tree) => {
      if (read.trees.some(({ id }) => id === tree) || read.problem !== undefined) return undefined;
      const file = whole.get(tree)?.trees.get(tree)?.at.file;
      return [...(read.loaded?.knowledgeBase.trees.values() ?? [])].find(({ at }) => at.file === file)?.id;
    },
    calls: (kb, tree) => once(kb, `calls ${tree ?? ''}`, () => runCalls(kb, tree)),
    once,
  };
}

async function readAnew(
  folder: string,
  today: string,
  whole: ReadonlyMap<string, KnowledgeBase>,
  before: Read,
): Promise<Read> {
  try {
    const loaded = await loadFolder(folder, { written: true });
    const found = lintKnowledge(loaded, { today });
    return { ...previewKnowledge(loaded.knowledgeBase, loaded.sources, found, whole), loaded };
  } catch (error) {
    // The folder can be gone for a moment while it is written anew.
    if (typeof (error as { code?: unknown }).code !== 'string') throw error;
    return {
      ...before,
      problem: `The folder cannot be read now (${(error as Error).message}). As soon as it is back this page goes on.`,
    };
  }
}
