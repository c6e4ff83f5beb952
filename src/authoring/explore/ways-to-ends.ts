import type { KnowledgeBase, Tree } from '../../knowledge/index.js';
import type { Input } from '../../session/index.js';
import { observe } from './observer.js';
import { valuesOfFacts } from './values-of-fact.js';
import { inputsTo } from './walk.js';
import { walkTree } from './walk-tree.js';

/** More states than this of one tree are not walked: what is nearest to the start is reached first. */
const mostStates = 20_000;

/** The fewest inputs that lead calls from the start of a tree to each of its ends and to each fault, in no order. */
export async function waysToEnds(kb: KnowledgeBase, tree: Tree): Promise<readonly (readonly Input[])[]> {
  const { states } = await walkTree(kb, tree, { states: mostStates, valuesOf: valuesOfFacts(kb) }, observe(kb));
  const ways = new Map<string, readonly Input[]>();
  for (const state of states) {
    const { type, address } = state.waiting;
    if (type !== 'asking' && type !== 'doing' && !ways.has(address)) ways.set(address, inputsTo(state));
  }
  return [...ways.values()];
}
