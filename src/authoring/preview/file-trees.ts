/**
 * The tree that each file is about, by its path: the tree that is in it, or the one whose example calls are. Read off the text,
 * so that a file with a mistake is known too.
 */
export function fileTrees(sources: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const trees = new Map<string, string>();
  for (const [path, text] of sources) {
    const tree = /^tree:[ \t]*["']?([a-z0-9]+(?:-[a-z0-9]+)*)["']?[ \t]*(?:#.*)?\r?$/m.exec(text)?.[1];
    if (tree !== undefined) trees.set(path, tree);
  }
  return trees;
}
