import { addressOf, type Edge, edgesFrom, type KnowledgeBase, type Move } from '../src/index.js';

/** An edge as any walker of a graph understands it. */
export interface PlainEdge {
  readonly tree: string;
  /** `tree/node` */
  readonly node: string;
  readonly answer: string;
  /** Another `tree/node`, or `tree:`, `desk:` with a name, or `end`. */
  readonly next: string;
}

/** Every edge of every tree of a knowledge base, or of some of its trees. Edges that no answer leads along get their kind in front. */
export function plainEdges(kb: KnowledgeBase, trees: Iterable<string> = kb.trees.keys()): readonly PlainEdge[] {
  const edges: PlainEdge[] = [];
  for (const id of trees) {
    const tree = kb.trees.get(id);
    if (tree === undefined) throw new Error(`There is no tree "${id}".`);
    for (const node of tree.nodes.keys()) for (const edge of edgesFrom(tree, node)) edges.push(plainEdge(id, edge));
  }
  return edges;
}

/** The edge along which a step went that made one move. @throws Error for any other. */
export function edgeOfStep(moves: readonly Move[]): PlainEdge {
  const [move] = moves;
  if (move?.edge === undefined || moves.length > 1) throw new Error('This step does not go along one edge.');
  return plainEdge(move.tree, move.edge);
}

function plainEdge(tree: string, { from, kind, label, to }: Edge): PlainEdge {
  return {
    tree,
    node: addressOf({ tree, node: from }),
    answer: kind === 'answer' ? label : `${kind}:${label}`,
    next: nameOf(tree, to),
  };
}

function nameOf(tree: string, to: Edge['to']): string {
  switch (to.kind) {
    case 'node':
      return `${tree}/${to.node}`;
    case 'tree':
      return `tree:${to.tree}`;
    case 'desk':
      return `desk:${to.desk}`;
    case 'end':
      return 'end';
  }
}
