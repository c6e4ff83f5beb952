import type { Edge, EdgeKind, Fault, Target } from '../model.js';
import { valuePlace } from '../read/index.js';
import type { Linking } from './linking.js';
import type { DeclaredTree, NamesInScope } from './names-in-scope.js';

/** What the linking of the parts of one tree needs. */
export interface TreeLinking extends Linking {
  readonly names: NamesInScope;
  readonly tree: DeclaredTree;
  /** The faults of the tree that could be linked. */
  readonly faults: ReadonlyMap<string, Fault>;
  /** Takes note that something the tree needs is broken elsewhere: the tree cannot be walked, and is not at fault. */
  readonly block: () => void;
}

/** Where something leads, and where that is written. */
export type Way = Pick<Edge, 'to' | 'at'>;

/** The way to the node named under a key; reports a node that does not exist. */
export function wayToNode(parent: object, key: string, { tree, report }: TreeLinking): Way {
  const name = (parent as Record<string, string>)[key] as string;
  const at = valuePlace(parent, key);
  if (!tree.nodes.has(name)) report('unknown-node', at, { name, among: tree.nodes, where: 'this tree' });
  return { to: { kind: 'node', node: name }, at };
}

/** An edge with its way. */
export function edge(from: string, kind: EdgeKind, label: string, { to, at }: { to: Target; at: Edge['at'] }): Edge {
  return { from, kind, label, to, at };
}
