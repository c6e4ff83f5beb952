import { type Edge, edgesFrom, type ImportedTree, type Tree } from '../../../src/index.js';

/** A way from one node of a chart to another, with what stands on it. */
export type Way = readonly [from: string, to: string, label: string];

/**
 * The ways of a tree in the words of its chart: between the chart's nodes, through what was put in, and inside steps that were
 * joined. What only a tree has (not knowing, the end of a fix) is left out.
 */
export function waysOf(imported: ImportedTree, tree: Tree): readonly Way[] {
  const cameOf = (node: string): readonly string[] => imported.came.get(node) ?? [];
  const ways: Way[] = [];
  if (imported.opening !== undefined) ways.push([imported.opening, cameOf(tree.start)[0] ?? '', '']);
  for (const [id, node] of tree.nodes) {
    const came = cameOf(id);
    if (came.length === 0) continue;
    const steps = node.kind === 'fault' ? tree.faults.get(node.fault)?.fix : node.kind === 'do' ? node.steps : [];
    for (let at = 1; at < came.length; at += 1)
      ways.push([came[at - 1] as string, came[at] as string, onArrow(steps?.[at - 1]?.note)]);
    for (const edge of edgesFrom(tree, id)) {
      const label = node.kind === 'ask' ? labelOf(node.answers, edge) : onArrow(node.note);
      const to = edge.to.kind === 'node' ? throughAdded(edge.to.node, tree, cameOf) : undefined;
      const isChartsOwn = edge.to.kind === 'node' && ['answer', 'then', 'branch', 'otherwise'].includes(edge.kind);
      if (to === undefined && !isChartsOwn) continue;
      ways.push([came.at(-1) as string, to ?? `${edge.kind} of ${id}`, label]);
    }
  }
  return ways;
}

// Where a question was put in, the chart's way is the one on which it is not solved.
function throughAdded(node: string, tree: Tree, cameOf: (node: string) => readonly string[]): string | undefined {
  const [first] = cameOf(node);
  if (first !== undefined) return first;
  const again = edgesFrom(tree, node).find(({ label }) => label === 'no');
  return again?.to.kind === 'node' ? cameOf(again.to.node)[0] : undefined;
}

function onArrow(note: string | undefined): string {
  return note?.replace(/^On the arrow: /, '') ?? '';
}

function labelOf(answers: readonly { readonly id: string; readonly label: string }[], edge: Edge): string {
  const label = answers.find(({ id }) => id === edge.label)?.label ?? '';
  return /^Choice \d+: \(name it\)$/.test(label) ? '' : label;
}

/** Ways as texts that can be compared: in any order, in small letters. */
export function comparable(ways: readonly Way[]): readonly string[] {
  return [...new Set(ways.map(([from, to, label]) => `${from} > ${to}: ${label.toLowerCase()}`))].sort();
}
