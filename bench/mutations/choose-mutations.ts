import type { KnowledgeBase, Place, Tree } from '../../src/index.js';
import { type Mutation, mutated } from './mutation.js';

type Below = (bound: number) => number;

/** Every edge that can be led elsewhere, each with another place of its tree in a random draw. */
export function edgeMutations(
  kb: KnowledgeBase,
  sources: ReadonlyMap<string, string>,
  next: Below,
): readonly Mutation[] {
  return [...kb.trees.values()].flatMap((tree) => {
    const nodes = [...tree.nodes.keys()];
    const seen = new Set<string>();
    return [...tree.edges.values()].flat().flatMap((edge): Mutation[] => {
      const { to, at } = edge;
      const key = `${at.line}:${at.column}`;
      if (to.kind !== 'node' || seen.has(key)) return [];
      seen.add(key);
      const others = nodes.filter((node) => node !== to.node && node !== edge.from);
      const other = others[next(others.length)];
      if (other === undefined) return [];
      const mutation = { kind: 'edge', tree: tree.id, place: at, from: to.node, to: other } as const;
      // Where an answer is named in place of a node, there is no node to exchange.
      return mutated(sources.get(at.file) ?? '', mutation) === undefined ? [] : [mutation];
    });
  });
}

/** Every operator and value of a condition in a line of a tree, exchanged for another. */
export function conditionMutations(
  kb: KnowledgeBase,
  sources: ReadonlyMap<string, string>,
  next: Below,
): readonly Mutation[] {
  const operators = [
    ['equal', 'notEqual'],
    ['notEqual', 'equal'],
    ['greaterThanInclusive', 'lessThan'],
    ['lessThan', 'greaterThanInclusive'],
    ['in', 'notIn'],
  ];
  return inTrees(
    kb,
    sources,
    /fact: ([a-z0-9.-]+), operator: (\w+), value: "?([\w.-]+)"?/g,
    ([whole, fact = '', operator = '', value = '']) => {
      const choices =
        kb.facts
          .get(fact)
          ?.choices.map(({ id }) => id)
          .filter((id) => id !== value) ?? [];
      const exchanged = operators.find(([from]) => from === operator)?.[1];
      const other = choices[next(Math.max(1, choices.length))];
      const to = [
        ...(exchanged === undefined ? [] : [whole.replace(`operator: ${operator}`, `operator: ${exchanged}`)]),
        ...(other === undefined ? [] : [whole.replace(/value: "?[\w.-]+"?$/, `value: "${other}"`)]),
      ];
      return to[next(Math.max(1, to.length))];
    },
  ).map((mutation) => ({ ...mutation, kind: 'condition' }));
}

/** Every text that is read aloud, with a word left out, said twice, or the next sentence gone. */
export function textMutations(
  kb: KnowledgeBase,
  sources: ReadonlyMap<string, string>,
  next: Below,
): readonly Mutation[] {
  return inTrees(kb, sources, /\b(?:say|expect|explain): [A-Z][^"{}]+[.?]$/gm, ([whole]) => {
    const words = whole.split(' ');
    const at = 1 + next(words.length - 1);
    const kind = next(3);
    if (kind === 0) return words.toSpliced(at, 1).join(' ');
    if (kind === 1) return words.toSpliced(at, 0, words[at] as string).join(' ');
    return whole.replace(/[.?][^.?]*[.?]$/, '.');
  }).filter(({ from, to }) => from !== to);
}

function inTrees(
  kb: KnowledgeBase,
  sources: ReadonlyMap<string, string>,
  pattern: RegExp,
  exchanged: (match: RegExpExecArray) => string | undefined,
): Mutation[] {
  return [...kb.trees.values()].flatMap((tree) =>
    (sources.get(tree.at.file) ?? '').split('\n').flatMap((line, index) =>
      [...line.matchAll(pattern)].flatMap((match): Mutation[] => {
        const to = exchanged(match);
        if (to === undefined) return [];
        const place = placeIn(tree, index, match.index, match[0].length);
        return [{ kind: 'text', tree: tree.id, place, from: match[0], to }];
      }),
    ),
  );
}

function placeIn({ at: { file } }: Tree, index: number, at: number, length: number): Place {
  return { file, line: index + 1, column: at + 1, endLine: index + 1, endColumn: at + length + 1 };
}
