import type { Edge, KnowledgeBase, Node, Step, Target, Tree } from '../../knowledge/index.js';

/** A text in quotes, cut where it is long. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `"${line.length > 160 ? `${line.slice(0, 159)}…` : line}"`;
}

/** A node as an author knows it: its id, with what is asked or said there. */
export function nodeInWords(tree: Tree, id: string): string {
  const node = tree.nodes.get(id);
  const about = node && aboutNode(tree, node);
  return about === undefined ? id : `${id} (${about})`;
}

function aboutNode(tree: Tree, node: Node): string | undefined {
  switch (node.kind) {
    case 'ask':
    case 'check':
      return quoted(node.ask);
    case 'fault':
      return `the fault ${quoted(tree.faults.get(node.fault)?.name ?? node.fault)}`;
    case 'visit':
      return `the tree ${node.tree}`;
    case 'refer':
      return `the desk ${node.desk}`;
    case 'close':
      return node.outcome === 'resolved' ? 'the call is resolved' : 'the call ends without a solution';
    default:
      return undefined;
  }
}

/** Where an edge leads, as an author knows it. */
export function targetInWords(kb: KnowledgeBase, tree: Tree, to: Target): string {
  switch (to.kind) {
    case 'node':
      return nodeInWords(tree, to.node);
    case 'tree':
      return `the tree ${to.tree}`;
    case 'desk':
      return `the desk ${quoted(kb.desks.get(to.desk)?.name ?? to.desk)}`;
    case 'end':
      return 'the end of the tree';
  }
}

/** Which way an edge is, after the name of its node. */
export function wayInWords({ kind, label }: Edge): string {
  switch (kind) {
    case 'answer':
      return label === '*' ? 'any other answer' : `the answer ${quoted(label)}`;
    case 'unsure':
      return `"${label}" (the caller does not know)`;
    case 'branch':
      return `the condition number ${Number(label) + 1}`;
    case 'otherwise':
      return '"otherwise"';
    case 'confused':
      return 'the way for a caller who does not understand';
    case 'unsolved':
      return 'a fix that did not help';
    case 'partly':
      return 'a fix that helped only partly';
    case 'solved':
      return 'a fix that helped';
    default:
      return 'what follows';
  }
}

/** What a list of steps says, one after the other. */
export function stepsSaid(steps: readonly Step[]): readonly string[] {
  return steps.map(({ say }) => say);
}
