import type { Names } from '../names.js';

/** Something that was counted for one version of a tree, and the first case it was counted for. */
export interface OfVersion {
  readonly tree: string;
  readonly version: string;
  readonly first: number;
}

/**
 * Which version of each tree is shown: the one in use, or, where no call was taken with it, the one that came up last.
 * Not the one with the newest case: an agent whose knowledge base is not up to date would bring back an old one.
 */
export function shownVersions(rows: readonly OfVersion[], names: Names): ReadonlyMap<string, string> {
  const firsts = new Map<string, Map<string, number>>();
  for (const { tree, version, first } of rows) {
    const versions = firsts.get(tree) ?? new Map<string, number>();
    versions.set(version, Math.min(first, versions.get(version) ?? first));
    firsts.set(tree, versions);
  }
  return new Map(
    [...firsts].map(([tree, versions]) => {
      const inUse = names.version(tree);
      if (inUse !== undefined && versions.has(inUse)) return [tree, inUse];
      const [newest = ''] = [...versions].sort(([, one], [, other]) => other - one)[0] ?? [];
      return [tree, newest];
    }),
  );
}
