import { keyPlace } from '../../knowledge/index.js';
import type { Lint } from './lint.js';
import { writtenTrees } from './written-trees.js';

/** A question does not say what to say to a caller who does not understand it. */
export const ifConfusedMissing: Lint = {
  code: 'if-confused-missing',
  level: 'advice',
  summary: 'A question does not say what to say to a caller who does not understand it.',
  *look(subject) {
    for (const { nodes } of writtenTrees(subject))
      for (const node of Object.values(nodes)) {
        const kind = 'ask' in node ? 'ask' : 'check';
        // The usual question of a fact has its own, in facts.yaml.
        const fact = typeof node.fact === 'string' ? subject.kb.facts.get(node.fact) : undefined;
        if (!(kind in node) || node.if_confused !== undefined || fact?.ifConfused !== undefined) continue;
        yield {
          place: keyPlace(node, kind),
          message: 'Nothing is said for a caller who does not understand this question.',
          hint: 'Add "if_confused": the same in other words, with what it looks like.',
        };
      }
  },
};
