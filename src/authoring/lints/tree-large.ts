import type { Lint } from './lint.js';

/** A tree has more nodes than one can keep in mind. */
export const treeLarge: Lint = {
  code: 'tree-large',
  level: 'warning',
  summary: 'A tree has more nodes than one can keep in mind.',
  most: 40,
  *look({ kb, most }) {
    for (const tree of kb.trees.values())
      if (tree.nodes.size > most)
        yield {
          place: tree.at,
          message: `This tree has ${tree.nodes.size} nodes; with more than ${most} nobody sees any more what an edit does.`,
          hint: 'Make a tree of its own of a part that a caller could name, and visit it.',
        };
  },
};
