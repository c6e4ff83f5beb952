import { type Edge, type KnowledgeBase, reachableNodes, type Tree } from '../../knowledge/index.js';
import type { ExplorationFinding } from './exploration.js';
import type { Observer } from './observer.js';

/** What the graph of a tree leads to and no call does: faults that are not found, and ways that are not taken. */
export function neverHappens(
  kb: KnowledgeBase,
  tree: Tree,
  { taken, visited, found }: Observer,
): readonly ExplorationFinding[] {
  const finding = (kind: ExplorationFinding['kind'], message: string, place: Edge['at']): ExplorationFinding => {
    return { kind, tree: tree.id, message, place, events: [] };
  };
  const targets = kb.rules.flatMap(({ go }) => (go?.tree === tree.id ? [go.node] : []));
  const findings: ExplorationFinding[] = [];
  for (const id of reachableNodes(tree, targets)) {
    const node = tree.nodes.get(id);
    if (node === undefined) continue;
    if (node.kind === 'fault' && !found.has(`${tree.id}/${node.fault}`))
      findings.push(finding('fault-not-found', `No call finds the fault "${node.fault}".`, node.at));
    if (!visited.has(`${tree.id}/${id}`)) {
      if (isOnlyAfterVisits(tree, id, taken)) continue;
      findings.push(finding('not-taken', `No call comes to "${id}".`, node.at));
      continue;
    }
    const edges = tree.edges.get(id) ?? [];
    const isTaken = (edge: Edge): boolean =>
      taken.has(edge) ||
      // Ways of not knowing that lead to the same place are one.
      (edge.kind === 'unsure' &&
        edges.some((other) => other.kind === 'unsure' && taken.has(other) && sameTarget(other, edge)));
    for (const edge of node.kind === 'visit' ? [] : edges)
      if (!isTaken(edge)) findings.push(finding('not-taken', `No call takes ${wayOf(edge)} of "${id}".`, edge.at));
  }
  return findings;
}

/** A visit has to say where it comes back to, even if the visited tree always ends the call. */
function isOnlyAfterVisits(tree: Tree, id: string, taken: ReadonlySet<Edge>): boolean {
  const into = [...tree.edges].flatMap(([from, edges]) =>
    edges.filter(({ to }) => to.kind === 'node' && to.node === id).map((edge) => ({ from, edge })),
  );
  return (
    into.length > 0 &&
    into.every(({ from, edge }) => tree.nodes.get(from)?.kind === 'visit' && edge.kind === 'then' && !taken.has(edge))
  );
}

function sameTarget(a: Edge, b: Edge): boolean {
  return JSON.stringify(a.to) === JSON.stringify(b.to);
}

function wayOf({ kind, label }: Edge): string {
  if (kind === 'branch') return `branch ${Number(label) + 1}`;
  return label === ''
    ? `the way "${kind}"`
    : `${kind === 'answer' ? 'the answer' : 'the way of not knowing'} "${label}"`;
}
