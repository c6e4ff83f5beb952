import { keyPlace } from '../../knowledge/index.js';
import type { Lint } from './lint.js';
import { writtenTrees } from './written-trees.js';

/** A question does not say why it is asked. */
export const whyMissing: Lint = {
  code: 'why-missing',
  level: 'advice',
  summary: 'A question does not say why it is asked.',
  *look(subject) {
    for (const { nodes } of writtenTrees(subject))
      for (const node of Object.values(nodes)) {
        const kind = 'ask' in node ? 'ask' : 'check';
        // The usual question of a fact has its own, in facts.yaml.
        const fact = typeof node.fact === 'string' ? subject.kb.facts.get(node.fact) : undefined;
        if (!(kind in node) || node.why !== undefined || fact?.why !== undefined) continue;
        yield {
          place: keyPlace(node, kind),
          message: 'Nothing says why this is asked.',
          hint: 'Add "why": a sentence for the agent, and for a caller who does not want to.',
        };
      }
  },
};
