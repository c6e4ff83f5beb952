import { conditionInWords } from '../../instructions/index.js';
import type { Condition, KnowledgeBase, Target } from '../../knowledge/index.js';
import type { Line, Piece } from './document.js';
import type { Numbering } from './numbering.js';

/** The place of a node, a chapter, a desk or a sheet, as links name it. */
export const places = {
  chapter: (tree: string): string => `tree-${tree}`,
  node: (tree: string, node: string): string => `tree-${tree}.${node}`,
  desk: (desk: string): string => `desk-${desk}`,
  sheet: (number: string): string => `procedure-${number}`,
} as const;

/** Where something leads: "go to 7", "refer to Second line"; to a node of another tree with its chapter. */
export function wayOn(numbering: Numbering, tree: string, to: Target): Line {
  if (to.kind === 'node') return ['go to ', nodeNumber(numbering, tree, to.node)];
  if (to.kind === 'desk') return ['refer to ', deskName(numbering.kb, to.desk)];
  if (to.kind === 'tree') return ['go through ', chapterName(numbering, to.tree)];
  return [{ strong: 'done' }];
}

/** The number of a node, as a link to its entry. */
export function nodeNumber({ nodes }: Numbering, tree: string, node: string): Piece {
  const number = nodes.get(`${tree}/${node}`);
  return number === undefined ? `"${node}"` : { to: places.node(tree, node), text: String(number) };
}

/** A node of any tree: its number and its chapter. */
export function nodeElsewhere(numbering: Numbering, tree: string, node: string): Line {
  return numbering.chapters.has(tree)
    ? [nodeNumber(numbering, tree, node), ' of ', chapterName(numbering, tree)]
    : [chapterName(numbering, tree)];
}

/** A tree by its chapter and title; by its title alone where the manual does not have it. */
export function chapterName({ kb, chapters }: Numbering, tree: string): Piece {
  const title = kb.trees.get(tree)?.title ?? tree;
  const number = chapters.get(tree);
  return number === undefined
    ? `"${title}" (not in this manual)`
    : { to: places.chapter(tree), text: `chapter ${number}, ${title}` };
}

/** A desk by its name. */
export function deskName(kb: KnowledgeBase, desk: string): Piece {
  return { to: places.desk(desk), text: kb.desks.get(desk)?.name ?? desk };
}

/** A text with each gap (`{printer.model}`) named as people name the fact: [Printer model]. */
export function withGaps(kb: KnowledgeBase, text: string): string {
  return text.replace(/\{([a-z][a-z0-9.-]*)\}/g, (gap, name: string) => {
    const title = kb.facts.get(name)?.title;
    return title === undefined ? gap : `[${title}]`;
  });
}

/** A condition in words, in which the facts stand in square brackets, as what is known does everywhere in a manual. */
export function conditionWritten(kb: KnowledgeBase, condition: Condition): string {
  return conditionInWords(kb, condition, (title) => `[${title}]`);
}
