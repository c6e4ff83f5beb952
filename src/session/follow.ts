import type { Edge, EdgeKind, KnowledgeBase } from '../knowledge/index.js';
import { nodeAt, treeAt } from './ask.js';
import { goTo, record } from './draft.js';
import { addressOf, type Draft, type End, type Position, type Reason } from './state.js';

/** The edge of a kind out of a node; an answer without one of its own takes the edge for any value. */
export function edgeOut(kb: KnowledgeBase, from: Position, kind: EdgeKind, label = ''): Edge | undefined {
  const edges = treeAt(kb, from).edges.get(from.node) ?? [];
  return (
    edges.find((edge) => edge.kind === kind && edge.label === label) ??
    (kind === 'answer' ? edges.find((edge) => edge.kind === kind && edge.label === '*') : undefined)
  );
}

/** Goes along an edge of the graph, and records why. */
export function follow(kb: KnowledgeBase, draft: Draft, reason: Reason, edge: Edge): void {
  record(draft, reason, edge);
  const { to } = edge;
  switch (to.kind) {
    case 'node':
      goTo(draft, { tree: draft.tree, node: to.node });
      return;
    case 'tree':
      visit(kb, draft, to.tree);
      return;
    case 'desk':
      refer(draft, to.desk, whyDesk(kb, draft));
      return;
    case 'end':
      endTree(kb, draft, howItEnds(kb, draft, reason));
  }
}

/** Leaves the node along an edge; where an author left none, the call goes to the default desk rather than nowhere. */
export function leave(kb: KnowledgeBase, draft: Draft, reason: Reason, kind: EdgeKind, label = ''): void {
  const found = edgeOut(kb, draft, kind, label);
  if (found !== undefined) {
    follow(kb, draft, reason, found);
    return;
  }
  record(draft, reason);
  refer(draft, kb.defaultDesk, `The tree "${draft.tree}" knows no way on from "${draft.node}".`);
}

/** Ends the call at a desk. */
export function refer(draft: Draft, desk: string, because: string): void {
  draft.phase = { at: 'end', end: { type: 'referred', desk, because } };
}

function visit(kb: KnowledgeBase, draft: Draft, id: string): void {
  const from: Position = { tree: draft.tree, node: draft.node };
  const tree = kb.trees.get(id);
  if (tree === undefined) {
    draft.warnings = [
      ...draft.warnings,
      `The tree "${id}" has mistakes and could not be loaded, so it was passed over.`,
    ];
    comeBack(kb, draft);
    return;
  }
  const back = wayBack(draft, id);
  if (back === undefined) {
    draft.stack = [...draft.stack, from];
    goTo(draft, { tree: id, node: tree.start });
    return;
  }
  // Entered once more it would ask everything again, and lead here again.
  draft.stack = back.stack;
  goTo(draft, back.visit);
  if (closesAfter(kb, back.visit))
    refer(draft, kb.defaultDesk, `The tree "${from.tree}" leads back to "${id}", and nothing is left to try.`);
  else comeBack(kb, draft);
}

/**
 * Where a visit leads whose tree the call is inside already, itself or by the visits that led here: back to the visit that
 * left that tree, inside those that were around it. Undefined for any other tree: that one is entered.
 */
export function wayBack(
  { tree, node, stack }: Position & { readonly stack: readonly Position[] },
  id: string,
): { readonly visit: Position; readonly stack: readonly Position[] } | undefined {
  const inside = stack.findLastIndex((visit) => visit.tree === id);
  const left = stack[inside];
  if (left !== undefined) return { visit: left, stack: stack.slice(0, inside) };
  return id === tree ? { visit: { tree, node }, stack } : undefined;
}

/** Whether the tree ends after a visit without another question: that would take for mended what nobody has mended. */
export function closesAfter(kb: KnowledgeBase, visit: Position): boolean {
  const to = edgeOut(kb, visit, 'then')?.to;
  return to?.kind === 'node' && treeAt(kb, visit).nodes.get(to.node)?.kind === 'close';
}

/** Ends a tree: the call goes back to the visit that led here, or is over. */
function endTree(kb: KnowledgeBase, draft: Draft, end: End): void {
  const from = draft.stack.at(-1);
  if (from === undefined) {
    draft.phase = { at: 'end', end };
    return;
  }
  draft.stack = draft.stack.slice(0, -1);
  goTo(draft, from);
  comeBack(kb, draft);
}

function comeBack(kb: KnowledgeBase, draft: Draft): void {
  const then = edgeOut(kb, draft, 'then');
  if (then === undefined) throw new Error(`"${addressOf(draft)}" has no way back.`);
  follow(kb, draft, { kind: 'returned' }, then);
}

function howItEnds(kb: KnowledgeBase, draft: Draft, reason: Reason): End {
  const node = nodeAt(kb, draft);
  if (node.kind !== 'close' || reason.kind !== 'ended') return { type: 'fixed' };
  const type = node.outcome === 'resolved' ? 'fixed' : 'closed';
  return node.say === undefined ? { type } : { type, say: node.say };
}

function whyDesk(kb: KnowledgeBase, draft: Draft): string {
  const node = nodeAt(kb, draft);
  if (node.kind === 'refer') return node.because;
  const question = node.kind === 'ask' || node.kind === 'check' ? node.ask : node.id;
  return `This could not be found out: ${question}`;
}
