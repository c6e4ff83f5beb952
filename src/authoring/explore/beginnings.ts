import type { FactValue, KnowledgeBase, Tree } from '../../knowledge/index.js';
import { comparisonsIn } from '../../rules/index.js';
import { readersIn } from './readers.js';
import type { ValuesOfFact } from './values-of-fact.js';

/** With what calls of a tree begin: facts that are known beforehand. */
export interface Beginnings {
  /** The first knows nothing. */
  readonly given: readonly Readonly<Record<string, FactValue>>[];
  /** The facts that are told in some of them. */
  readonly told: readonly string[];
  /** Whether these are all the beginnings that can be told apart. */
  readonly all: boolean;
}

/** More combinations than this are not all tried: then the facts are told one at a time. */
const mostCombinations = 4096;

/**
 * The beginnings of a tree. A fact that something in it looks at and nothing in it can find out is told beforehand, with
 * each of its values; and so is what the rules that lead into this tree, and what they lead to, look at. With `everything`, so is what the tree
 * finds out itself, since a caller can say it before it is asked, and what the trees look at that it visits.
 */
export function beginningsOf(
  kb: KnowledgeBase,
  tree: Tree,
  valuesOf: (fact: string) => ValuesOfFact,
  everything = false,
): Beginnings {
  const rules = kb.rules.filter(({ go }) => go?.tree === tree.id);
  const readersAt = readersIn(kb);
  const visited = everything ? treesVisited(kb, tree) : [];
  const readers = [
    ...[tree.start, ...rules.flatMap(({ go }) => go?.node ?? [])].map((node) => ({ tree: tree.id, node })),
    ...visited.map(({ id, start }) => ({ tree: id, node: start })),
  ].map((place) => readersAt({ ...place, stack: [], phase: { at: 'node' } }));
  const isFoundOut = (fact: string, from: typeof readers): boolean =>
    !everything && from.some(({ learnt }) => learnt.has(fact));
  const read = readers.flatMap(({ facts }) => [...facts.keys()]).filter((fact) => !isFoundOut(fact, readers));
  const leading = rules
    .flatMap(({ when }) => comparisonsIn(when, kb.conditions).map(({ fact }) => fact))
    .filter((fact) => !isFoundOut(fact, readers.slice(0, 1)));
  const told = [...new Set([...read, ...leading])].sort();
  const choices = told.map((fact) => ({ fact, ...valuesOf(fact) }));
  const combinations = choices.reduce((product, { values }) => product * (values.length + 1), 1);
  const one = {
    given: [{}, ...choices.flatMap(({ fact, values }) => values.map((value) => ({ [fact]: value })))],
    told,
  };
  if (combinations > mostCombinations) return { ...one, all: told.length < 2 && choices.every(({ all }) => all) };
  const given = choices.reduce<readonly Readonly<Record<string, FactValue>>[]>(
    (before, { fact, values }) =>
      before.flatMap((each) => [each, ...values.map((value) => ({ ...each, [fact]: value }))]),
    [{}],
  );
  return { given, told, all: choices.every(({ all }) => all) };
}

/** The trees that a tree visits, and those that they visit. */
function treesVisited(kb: KnowledgeBase, tree: Tree): readonly Tree[] {
  const found = new Set<Tree>([tree]);
  for (const { nodes } of found)
    for (const node of nodes.values()) {
      const visited = node.kind === 'visit' ? kb.trees.get(node.tree) : undefined;
      if (visited !== undefined) found.add(visited);
    }
  return [...found].slice(1);
}
