import { createHash } from 'node:crypto';
import type { KnowledgeBase, Tree } from '../knowledge/index.js';

/** What can change in a tree without any call going another way or hearing other words. */
const passedOver: ReadonlySet<string> = new Set(['at', 'symptoms', 'reviewed', 'sources', 'hear', 'note']);

const known = new WeakMap<Tree, string>();

/**
 * The version of a tree: twelve hexadecimal digits that stay the same as long as its questions, steps, faults and ways
 * do, whatever else changes in the knowledge base. Empty for a tree that is not in it.
 */
export function treeVersion(kb: KnowledgeBase, id: string): string {
  const tree = kb.trees.get(id);
  if (tree === undefined) return '';
  let version = known.get(tree);
  if (version === undefined) {
    version = createHash('sha256').update(JSON.stringify(tree, plainly)).digest('hex').slice(0, 12);
    known.set(tree, version);
  }
  return version;
}

function plainly(key: string, value: unknown): unknown {
  if (passedOver.has(key)) return undefined;
  return value instanceof Map ? [...value] : value;
}
