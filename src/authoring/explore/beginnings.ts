import type { FactValue, KnowledgeBase, Tree } from '../../knowledge/index.js';
import { comparisonsIn } from './comparisons-in.js';
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
 * each of its values; and so is what the rules that lead into this tree look at.
 */
export function beginningsOf(kb: KnowledgeBase, tree: Tree, valuesOf: (fact: string) => ValuesOfFact): Beginnings {
  const { facts, learnt } = readersIn(kb)({ tree: tree.id, node: tree.start, stack: [], phase: { at: 'node' } });
  const read = [...facts.keys()].filter((fact) => !learnt.has(fact));
  const leading = kb.rules
    .filter(({ go }) => go?.tree === tree.id)
    .flatMap(({ when }) => comparisonsIn(when, kb.conditions).map(({ fact }) => fact))
    .filter((fact) => !learnt.has(fact) && !read.includes(fact));
  const told = [...read, ...new Set(leading)].sort();
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
