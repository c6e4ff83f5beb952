import type { Subject } from './lint.js';

type Written = Readonly<Record<string, unknown>>;

/** A tree file as it was written; anything in it may be missing. */
export interface WrittenTree {
  readonly path: string;
  readonly root: Written;
  readonly nodes: Readonly<Record<string, Written>>;
  readonly faults: Readonly<Record<string, Written>>;
}

/** The tree files. */
export function writtenTrees({ files }: Pick<Subject, 'files'>): readonly WrittenTree[] {
  return files.flatMap(({ path, kind, root }) => {
    if (kind !== 'tree' || !isMap(root) || !Object.hasOwn(root, 'tree')) return [];
    return [{ path, root, nodes: mapsIn(root.nodes), faults: mapsIn(root.faults) }];
  });
}

function isMap(value: unknown): value is Written {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mapsIn(value: unknown): Readonly<Record<string, Written>> {
  return Object.fromEntries(
    Object.entries(isMap(value) ? value : {}).filter((entry): entry is [string, Written] => isMap(entry[1])),
  );
}
