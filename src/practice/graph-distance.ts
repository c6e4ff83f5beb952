import { edgesFrom, type KnowledgeBase } from '../knowledge/index.js';

/**
 * The answer of a question whose way leads to another node soonest; undefined where none does.
 * @param from the address (`tree/node`) of the question; @param goal the address of the other node
 */
export function answerTowards(kb: KnowledgeBase, from: string, goal: string): string | undefined {
  const distances = distancesTo(kb, goal);
  const [tree = '', node = ''] = from.split('/');
  let best: { readonly answer: string; readonly distance: number } | undefined;
  for (const { kind, label, to } of edgesOf(kb, tree, node)) {
    if (kind !== 'answer' || label === '*' || to.kind !== 'node') continue;
    const distance = distances.get(`${tree}/${to.node}`);
    if (distance !== undefined && (best === undefined || distance < best.distance)) best = { answer: label, distance };
  }
  return best?.answer;
}

const remembered = new WeakMap<KnowledgeBase, Map<string, ReadonlyMap<string, number>>>();

/** How many edges lie between each node and a goal, for those from which there is a way. */
function distancesTo(kb: KnowledgeBase, goal: string): ReadonlyMap<string, number> {
  const known = remembered.get(kb) ?? new Map<string, ReadonlyMap<string, number>>();
  remembered.set(kb, known);
  const found = known.get(goal);
  if (found !== undefined) return found;
  const before = new Map<string, string[]>();
  for (const [tree, { nodes }] of kb.trees) {
    for (const node of nodes.keys()) {
      for (const { to } of edgesOf(kb, tree, node)) {
        const target =
          to.kind === 'node'
            ? `${tree}/${to.node}`
            : to.kind === 'tree'
              ? `${to.tree}/${kb.trees.get(to.tree)?.start}`
              : undefined;
        if (target !== undefined) before.set(target, [...(before.get(target) ?? []), `${tree}/${node}`]);
      }
    }
  }
  const distances = new Map([[goal, 0]]);
  for (const [address, distance] of distances) {
    for (const earlier of before.get(address) ?? []) if (!distances.has(earlier)) distances.set(earlier, distance + 1);
  }
  known.set(goal, distances);
  return distances;
}

function edgesOf(kb: KnowledgeBase, id: string, node: string): ReturnType<typeof edgesFrom> {
  const tree = kb.trees.get(id);
  return tree === undefined ? [] : edgesFrom(tree, node);
}
