import { edgesFrom, type Node, type Tree } from '../../knowledge/index.js';

const isQuestion = (node: Node | undefined): boolean => node?.kind === 'ask' || node?.kind === 'check';

/**
 * The fewest questions that are asked in a tree before each of its nodes is come to, from its start. A tree that is visited
 * on the way counts as nothing; facts that are known make a way shorter, and nothing makes it longer.
 */
export function fewestQuestions(tree: Tree): ReadonlyMap<string, number> {
  const fewest = new Map<string, number>([[tree.start, 0]]);
  const waiting = [tree.start];
  for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
    const after = (fewest.get(node) ?? 0) + (isQuestion(tree.nodes.get(node)) ? 1 : 0);
    for (const { to } of edgesFrom(tree, node)) {
      if (to.kind !== 'node' || (fewest.get(to.node) ?? Number.POSITIVE_INFINITY) <= after) continue;
      fewest.set(to.node, after);
      waiting.push(to.node);
    }
  }
  return fewest;
}

/** How many questions there are before a fault is come to in its tree. */
export function questionsBefore(tree: Tree): ReadonlyMap<string, number> {
  const fewest = fewestQuestions(tree);
  const faults = new Map<string, number>();
  for (const node of tree.nodes.values()) {
    const questions = fewest.get(node.id);
    if (node.kind !== 'fault' || questions === undefined) continue;
    faults.set(node.fault, Math.min(questions, faults.get(node.fault) ?? questions));
  }
  return faults;
}
