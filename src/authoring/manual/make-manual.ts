import type { KnowledgeBase, Tree } from '../../knowledge/index.js';
import { desksChapter } from './desks-chapter.js';
import type { Manual, Part } from './document.js';
import { glossaryChapter } from './glossary-chapter.js';
import { howToUse } from './how-to-use.js';
import { knownIssues } from './known-issues.js';
import { numbered } from './numbering.js';
import { proceduresChapter } from './procedures-chapter.js';
import { reviewsChapter } from './reviews-chapter.js';
import { rulesChapter } from './rules-chapter.js';
import { treeChapter } from './tree-chapter.js';

/** What a manual is made for. */
export interface ManualOptions {
  /** The day of the manual, as 2026-11-28: which known issues hold, and which reviews are due. */
  readonly date: string;
  /** The only tree that is wanted, with the trees that it visits; all without it. */
  readonly tree?: string;
  /** After how many days a tree is due for review: 365 without it. */
  readonly reviewAfter?: number;
}

/**
 * A handbook of a knowledge base, to be followed on paper: every tree as a numbered chart, and what is looked up beside it.
 * `renderManual` writes it. A tree that is not there gives a handbook without chapters of trees.
 */
export function makeManual(kb: KnowledgeBase, { date, tree, reviewAfter = 365 }: ManualOptions): Manual {
  const wanted = tree === undefined ? [...kb.trees.values()] : withVisited(kb, tree);
  const numbering = numbered(kb, wanted);
  const areas = [...numbering.areas].map(
    ([area, trees]): Part => ({
      title: areaTitle(area),
      chapters: trees.map((each) => treeChapter(numbering, each, date)),
    }),
  );
  const trees = [...numbering.areas.values()].flat();
  const only = tree === undefined ? undefined : kb.trees.get(tree);
  return {
    title: only?.title ?? kb.title,
    language: kb.language,
    date,
    about: [
      ...(only === undefined ? [] : [kb.title]),
      `${trees.length === 1 ? 'One chapter' : `${trees.length} chapters`}, made from knowledge base "${kb.name}", version ${kb.hash.slice(0, 10)}.`,
    ],
    parts: [
      {
        title: 'Before you begin',
        chapters: [howToUse(), ...rulesChapter(numbering), ...knownIssues(numbering, date)],
      },
      ...areas,
      {
        title: 'To look up',
        chapters: [
          ...proceduresChapter(numbering),
          ...desksChapter(kb),
          ...glossaryChapter(kb, trees),
          ...reviewsChapter(numbering, trees, date, reviewAfter),
        ],
      },
    ],
  };
}

/** The folder of an area as a title: `web-shop` becomes Web shop. */
function areaTitle(area: string): string {
  const words = area.replace(/[-_]/g, ' ').replaceAll('/', ', ');
  return words === '' ? 'Subjects' : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function withVisited(kb: KnowledgeBase, tree: string): readonly Tree[] {
  const ids = [tree];
  for (const id of ids)
    for (const node of kb.trees.get(id)?.nodes.values() ?? [])
      if (node.kind === 'visit' && !ids.includes(node.tree)) ids.push(node.tree);
  return ids.flatMap((id) => kb.trees.get(id) ?? []);
}
