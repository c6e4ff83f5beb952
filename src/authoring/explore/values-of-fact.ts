import { edgesFrom, type FactValue, factValue, type KnowledgeBase } from '../../knowledge/index.js';
import { type Comparison, comparisonsIn, type Scalar } from '../../rules/index.js';
import { classOfValue, type ReadersOfFact } from './class-of-value.js';
import { readsOfNode } from './reads-of-node.js';

/** Values of a fact of which every class is one; `all` says whether no class was left out. */
export interface ValuesOfFact {
  readonly values: readonly FactValue[];
  readonly all: boolean;
}

/** Of more choices than this that can be named together, not every combination is tried. */
const mostTogether = 10;

/** Finds, for a fact, one value of each class that the whole knowledge base can tell apart. */
export function valuesOfFacts(kb: KnowledgeBase): (fact: string) => ValuesOfFact {
  const readers = readersOfAll(kb);
  const found = new Map<string, ValuesOfFact>();
  return (name) => {
    let values = found.get(name);
    if (values === undefined) {
      values = valuesOf(kb, name, readers.get(name) ?? { comparisons: [], asks: [] });
      found.set(name, values);
    }
    return values;
  };
}

function readersOfAll(kb: KnowledgeBase): ReadonlyMap<string, ReadersOfFact> {
  const found = new Map<string, { comparisons: Comparison[]; asks: ReadersOfFact['asks'][number][] }>();
  const of = (fact: string) => {
    const readers = found.get(fact) ?? { comparisons: [], asks: [] };
    found.set(fact, readers);
    return readers;
  };
  const compare = (comparisons: readonly Comparison[]): void => {
    for (const comparison of comparisons) of(comparison.fact).comparisons.push(comparison);
  };
  for (const { when } of kb.rules) compare(comparisonsIn(when, kb.conditions));
  for (const { when } of kb.overlays.values()) if (when !== undefined) compare(comparisonsIn(when, kb.conditions));
  for (const tree of kb.trees.values())
    for (const node of tree.nodes.values()) {
      const { comparisons, ask } = readsOfNode(kb, tree, node);
      compare(comparisons);
      if (ask?.node.fact !== undefined) of(ask.node.fact).asks.push(ask);
    }
  return found;
}

function valuesOf(kb: KnowledgeBase, name: string, readers: ReadersOfFact): ValuesOfFact {
  const fact = kb.facts.get(name);
  if (fact === undefined) return { values: [], all: true };
  const compared = readers.comparisons.flatMap(({ value }): readonly Scalar[] =>
    typeof value === 'object' ? value : [value],
  );
  const answered = readers.asks.flatMap(({ tree, node }) =>
    edgesFrom(tree, node.id).flatMap(({ kind, label }) => (kind === 'answer' && label !== '*' ? [label] : [])),
  );
  const named = [...new Set([...compared, ...answered])];
  if (fact.type === 'choice' || fact.type === 'yes-no') return { values: fact.choices.map(({ id }) => id), all: true };
  const { candidates, all } =
    fact.type === 'choices'
      ? together(
          fact.choices.map(({ id }) => id).filter((id) => named.includes(id)),
          fact.choices[0]?.id,
        )
      : { candidates: fact.type === 'number' ? numbers(named, fact) : texts(named.map(String), fact.type), all: true };
  const byClass = new Map<string, FactValue>();
  for (const candidate of candidates) {
    const fitting = factValue(fact, candidate);
    if ('reason' in fitting) continue;
    const key = classOfValue(readers, fitting.value);
    if (!byClass.has(key)) byClass.set(key, fitting.value);
  }
  return { values: [...byClass.values()], all };
}

function together(named: readonly string[], other: string | undefined): { candidates: FactValue[]; all: boolean } {
  const rest = named.length === 0 && other !== undefined ? [[], [other]] : [[]];
  if (named.length <= mostTogether) {
    const sets = named.reduce<readonly string[][]>((before, id) => before.flatMap((set) => [set, [...set, id]]), rest);
    return { candidates: [...sets], all: true };
  }
  const pairs = named.flatMap((one, at) => named.slice(at + 1).map((two) => [one, two]));
  return { candidates: [...rest, ...named.map((id) => [id]), ...pairs], all: false };
}

/** Each number that something is compared with, and one in every gap beside it. */
function numbers(
  named: readonly Scalar[],
  { min, max }: { readonly min?: number; readonly max?: number },
): FactValue[] {
  const sorted = named
    .map(Number)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const gaps = sorted.slice(1).map((value, at) => ((sorted[at] as number) + value) / 2);
  const around = sorted.length === 0 ? [min ?? max ?? 1] : [(sorted[0] as number) - 1, (sorted.at(-1) as number) + 1];
  const ends = [min, max].filter((end) => end !== undefined);
  return [...sorted, ...gaps, ...around, ...ends].sort((a, b) => a - b);
}

function texts(named: readonly string[], type: 'text' | 'date' | 'number'): FactValue[] {
  if (type === 'text') return [...named, ...named.map((text) => `${text} or so`), '!', 'something else', '~'];
  return [...named.flatMap((day) => [dayBeside(day, -1), day, dayBeside(day, 1)]), '2026-01-15'];
}

function dayBeside(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return Number.isNaN(at.getTime()) ? day : at.toISOString().slice(0, 10);
}
