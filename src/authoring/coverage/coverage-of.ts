import type { KnowledgeBase } from '../../knowledge/index.js';
import { addressOf, type Move } from '../../session/index.js';
import { type CoverageItem, type CoverageKind, coverageKinds, itemsOfTree, markOfEdge } from './items-of-tree.js';

/** How many there are of something, and how many of them some call has taken. */
export interface Covered {
  readonly covered: number;
  readonly of: number;
}

/** What calls have covered of one tree. */
export interface TreeCoverage {
  readonly tree: string;
  readonly kinds: Readonly<Record<CoverageKind, Covered>>;
  /** What no call has taken, in written order. */
  readonly uncovered: readonly Omit<CoverageItem, 'marks'>[];
}

/** What calls have covered of a knowledge base: of each tree, and in all. */
export interface Coverage {
  readonly trees: readonly TreeCoverage[];
  readonly kinds: Readonly<Record<CoverageKind, Covered>>;
}

/**
 * What of the trees these trails have gone through: those of example calls (`runCalls`) or of sessions (`trail`). A
 * question that is passed because its fact is known counts as answered. Of `tree` only, where that is given.
 */
export function coverageOf(kb: KnowledgeBase, trails: Iterable<readonly Move[]>, tree?: string): Coverage {
  const marks = new Set<string>();
  for (const trail of trails) for (const move of trail) for (const mark of marksOf(move)) marks.add(mark);
  const trees = [...kb.trees.values()]
    .filter(({ id }) => tree === undefined || id === tree)
    .map((each): TreeCoverage => {
      const items = itemsOfTree(each);
      const isCovered = (item: CoverageItem): boolean => item.marks.some((mark) => marks.has(mark));
      const uncovered = items.filter((item) => !isCovered(item)).map(({ marks: _, ...item }) => item);
      return {
        tree: each.id,
        kinds: countedBy((kind) =>
          counted(
            items.filter((item) => item.kind === kind),
            isCovered,
          ),
        ),
        uncovered,
      };
    });
  const kinds = countedBy((kind) => ({
    covered: trees.reduce((sum, each) => sum + each.kinds[kind].covered, 0),
    of: trees.reduce((sum, each) => sum + each.kinds[kind].of, 0),
  }));
  return { trees, kinds };
}

/** A share in percent, rounded down so that only all of it is 100; all of nothing is 100. */
export function percentCovered({ covered, of }: Covered): number {
  return of === 0 ? 100 : Math.floor((covered * 100) / of);
}

function counted(items: readonly CoverageItem[], isCovered: (item: CoverageItem) => boolean): Covered {
  return { covered: items.filter(isCovered).length, of: items.length };
}

function countedBy(count: (kind: CoverageKind) => Covered): Readonly<Record<CoverageKind, Covered>> {
  return Object.fromEntries(coverageKinds.map((kind) => [kind, count(kind)])) as Record<CoverageKind, Covered>;
}

function marksOf(move: Move): readonly string[] {
  const { edge, reason, tree } = move;
  const marks = edge === undefined ? [] : [markOfEdge(tree, edge)];
  const place = addressOf(move);
  if (reason.kind === 'explained') marks.push(`${place} found`);
  if (reason.kind === 'done') marks.push(`${place} step ${reason.step}`);
  return marks;
}
