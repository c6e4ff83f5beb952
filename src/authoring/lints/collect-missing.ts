import { keyPlace } from '../../knowledge/index.js';
import type { Lint } from './lint.js';
import { writtenTrees } from './written-trees.js';

/** A call is referred to a desk, and nothing is collected for it. */
export const collectMissing: Lint = {
  code: 'collect-missing',
  level: 'advice',
  summary: 'A call is referred to a desk, and nothing is collected for it.',
  *look(subject) {
    for (const { nodes } of writtenTrees(subject))
      for (const node of Object.values(nodes))
        if ('refer' in node && node.collect === undefined)
          yield {
            place: keyPlace(node, 'refer'),
            message: 'The desk is told nothing that it would have to ask for.',
            hint: 'List under "collect" the facts that it asks for first.',
          };
  },
};
