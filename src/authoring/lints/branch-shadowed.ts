import type { DecideNode, Fact, FactValue, KnowledgeBase } from '../../knowledge/index.js';
import { edgesFrom } from '../../knowledge/index.js';
import { factsOf, foresee, normalForm } from '../../rules/index.js';
import type { Lint } from './lint.js';
import { tellingValues } from './telling-values.js';

/** With more combinations of values the node is left alone. */
const mostCombinations = 5000;

/** A branch of a decision is never taken, whatever is known. */
export const branchShadowed: Lint = {
  code: 'branch-shadowed',
  level: 'warning',
  summary: 'A branch of a decision is never taken, whatever is known.',
  whole: true,
  *look({ kb }) {
    for (const tree of kb.trees.values())
      for (const node of tree.nodes.values()) {
        if (node.kind !== 'decide') continue;
        const never = branchesNeverTaken(kb, node);
        for (const edge of edgesFrom(tree, node.id))
          if (edge.kind === 'branch' && never.has(Number(edge.label)))
            yield {
              place: edge.at,
              message: `No value makes this the first true branch of "${node.id}": those above take all of them.`,
              hint: 'Put it further up, or correct its condition.',
            };
      }
  },
};

function branchesNeverTaken(kb: KnowledgeBase, { branches }: DecideNode): ReadonlySet<number> {
  const never = new Set(branches.keys());
  const names = [...new Set(branches.flatMap((branch) => factsOf(normalForm(branch, kb.conditions))))];
  const facts = names.map((name) => kb.facts.get(name));
  if (facts.some((fact) => fact === undefined)) return new Set();
  const values = facts.map((fact) => [undefined, ...tellingValues(kb, fact as Fact, branches)]);
  if (values.reduce((product, each) => product * each.length, 1) > mostCombinations) return new Set();
  const foresights = branches.map((branch) => foresee(branch, kb.conditions));
  for (const combination of combinations(values)) {
    const known = new Map(
      names.flatMap((name, at) => (combination[at] === undefined ? [] : [[name, combination[at]] as const])),
    );
    const first = foresights.findIndex(({ verdict }) => verdict(known as ReadonlyMap<string, FactValue>) === 'true');
    never.delete(first);
    if (never.size === 0) break;
  }
  return never;
}

function* combinations<Value>(lists: readonly (readonly Value[])[]): Iterable<readonly Value[]> {
  const [first, ...others] = lists;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const value of first) for (const rest of combinations(others)) yield [value, ...rest];
}
