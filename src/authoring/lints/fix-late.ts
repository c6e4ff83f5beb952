import type { Lint } from './lint.js';
import { fewestQuestions } from './shortest-ways.js';

/** Too many questions are asked before anything is tried. */
export const fixLate: Lint = {
  code: 'fix-late',
  level: 'warning',
  summary: 'Too many questions are asked before anything is tried.',
  most: 6,
  whole: true,
  *look({ kb, most }) {
    for (const tree of kb.trees.values()) {
      const fewest = fewestQuestions(tree);
      const tries = [...tree.nodes.values()].flatMap((node) =>
        ['do', 'fault', 'visit', 'refer'].includes(node.kind) ? (fewest.get(node.id) ?? []) : [],
      );
      const first = Math.min(...tries);
      if (tries.length > 0 && first > most)
        yield {
          place: tree.at,
          message: `At least ${first} questions are asked before anything is done; the limit is ${most}.`,
          hint: 'Try what is quick and often helps first.',
        };
    }
  },
};
