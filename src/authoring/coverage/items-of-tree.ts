import type { Edge, Place, Step, Tree } from '../../knowledge/index.js';

/** What a call can take, do or find in a tree. */
export const coverageKinds = ['answers', 'unsure', 'branches', 'faults', 'outcomes', 'steps'] as const;

/**
 * - answers: the answers that questions list - unsure: the ways of not knowing that they declare - branches: what
 *   conditions lead to - faults: faults that are found - outcomes: what is said after a fix - steps: what is read and done
 */
export type CoverageKind = (typeof coverageKinds)[number];

/** One thing that can be covered. */
export interface CoverageItem {
  readonly tree: string;
  readonly kind: CoverageKind;
  /** In words, such as: the answer "yes" to "power". */
  readonly name: string;
  readonly place: Place;
  /** The marks of trails that cover it: one of them is enough. */
  readonly marks: readonly string[];
}

/** The mark that going along an edge leaves. */
export function markOfEdge(tree: string, { from, kind, label }: Pick<Edge, 'from' | 'kind' | 'label'>): string {
  return `${tree}/${from} ${kind} ${label}`;
}

/** Everything in a tree that can be covered, in written order. */
export function itemsOfTree(tree: Tree): readonly CoverageItem[] {
  const items: CoverageItem[] = [];
  const add = (kind: CoverageKind, name: string, place: Place, ...marks: readonly string[]): void => {
    items.push({ tree: tree.id, kind, name, place, marks });
  };
  const addSteps = (node: string, steps: readonly Step[], place: Place): void => {
    for (const [index, { say }] of steps.entries())
      add('steps', `step ${index + 1} of "${node}": ${say}`, place, `${tree.id}/${node} step ${index}`);
  };
  for (const node of tree.nodes.values()) {
    const edges = tree.edges.get(node.id) ?? [];
    for (const edge of edges) {
      const mark = markOfEdge(tree.id, edge);
      if (edge.kind === 'answer' && edge.label === '*') add('answers', `an answer to "${node.id}"`, edge.at, mark);
      else if (edge.kind === 'answer') add('answers', `the answer "${edge.label}" to "${node.id}"`, edge.at, mark);
      else if (edge.kind === 'branch')
        add('branches', `branch ${Number(edge.label) + 1} of "${node.id}"`, edge.at, mark);
      else if (edge.kind === 'otherwise') add('branches', `the branch "otherwise" of "${node.id}"`, edge.at, mark);
      else if (node.kind === 'fault') add('outcomes', `"${edge.kind}" after "${node.id}"`, edge.at, mark);
    }
    for (const together of unsureWays(edges)) {
      const labels = together.map(({ label }) => label).join(', ');
      const [first] = together;
      if (first === undefined) continue;
      const marks = together.map((edge) => markOfEdge(tree.id, edge));
      add('unsure', `not knowing "${node.id}" (${labels})`, first.at, ...marks);
    }
    if (node.kind === 'do') addSteps(node.id, node.steps, node.at);
    if (node.kind !== 'fault') continue;
    add('faults', `the fault "${node.fault}"`, node.at, `${tree.id}/${node.id} found`);
    addSteps(node.id, tree.faults.get(node.fault)?.fix ?? [], tree.faults.get(node.fault)?.at ?? node.at);
  }
  return items;
}

/** The ways of not knowing, those together that one policy declares. */
function unsureWays(edges: readonly Edge[]): readonly (readonly Edge[])[] {
  const byPolicy = new Map<string, Edge[]>();
  for (const edge of edges) {
    if (edge.kind !== 'unsure') continue;
    const key = JSON.stringify([edge.at, edge.to]);
    byPolicy.set(key, [...(byPolicy.get(key) ?? []), edge]);
  }
  return [...byPolicy.values()];
}
