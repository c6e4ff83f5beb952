import type { Edge, Node, Tree } from '../model.js';
import { edgesFrom } from './edges-from.js';
import { findLoops } from './find-loops.js';

/** A node with the tree that it is in. */
export interface PlaceInTree {
  readonly tree: string;
  readonly node: string;
}

/** The edges by which a call can leave a node without anybody being asked or told anything. */
function silentEdges(tree: Tree, node: Node): readonly Edge[] {
  const edges = edgesFrom(tree, node.id);
  switch (node.kind) {
    case 'ask':
    case 'check':
      // A fact that is known, or known not to be known, is not asked again; and nobody is confused who is not asked.
      return node.fact === undefined ? [] : edges.filter((edge) => edge.kind !== 'confused');
    case 'do':
      return node.steps.every((step) => step.when !== undefined) ? edges : [];
    case 'fault':
      return edges.filter((edge) => edge.kind === 'unsolved');
    case 'decide':
    case 'visit':
    case 'close':
      return edges;
    case 'refer':
      return [];
  }
}

function silentlyReached(tree: Tree, passable: ReadonlySet<string>): ReadonlySet<string> {
  const reached = new Set([tree.start]);
  for (const id of reached) {
    const node = tree.nodes.get(id);
    if (node === undefined) continue;
    for (const edge of silentEdges(tree, node)) {
      if (edge.to.kind !== 'node') continue;
      if (node.kind !== 'visit' || passable.has(node.tree)) reached.add(edge.to.node);
    }
  }
  return reached;
}

// The trees that can be walked from start to a close without a question. A visit inside one needs another that can.
function passableTrees(trees: ReadonlyMap<string, Tree>): ReadonlySet<string> {
  const passable = new Set<string>();
  for (let changed = true; changed; ) {
    changed = false;
    for (const tree of trees.values()) {
      if (passable.has(tree.id)) continue;
      const reached = silentlyReached(tree, passable);
      if (![...reached].some((id) => tree.nodes.get(id)?.kind === 'close')) continue;
      passable.add(tree.id);
      changed = true;
    }
  }
  return passable;
}

/** The loops, over all trees, in which a call could go round for ever without a question or a step. */
export function loopsWithoutQuestion(trees: ReadonlyMap<string, Tree>): readonly (readonly PlaceInTree[])[] {
  const passable = passableTrees(trees);
  const places = new Map<string, PlaceInTree>();
  for (const tree of trees.values())
    for (const node of tree.nodes.keys()) places.set(`${tree.id}/${node}`, { tree: tree.id, node });
  const next = (key: string): readonly string[] => {
    const { tree: id, node: nodeId } = places.get(key) as PlaceInTree;
    const tree = trees.get(id) as Tree;
    const node = tree.nodes.get(nodeId) as Node;
    return silentEdges(tree, node).flatMap(({ to }) => {
      if (to.kind === 'tree') return [`${to.tree}/${trees.get(to.tree)?.start ?? ''}`];
      if (to.kind !== 'node') return [];
      return node.kind !== 'visit' || passable.has(node.tree) ? [`${id}/${to.node}`] : [];
    });
  };
  return findLoops([...places.keys()], next).map((loop) => loop.map((key) => places.get(key) as PlaceInTree));
}
