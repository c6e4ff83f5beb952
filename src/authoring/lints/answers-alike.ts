import type { Lint } from './lint.js';
import { plainWords } from './plain-words.js';

/** Two answers to one question are said in the same words. */
export const answersAlike: Lint = {
  code: 'answers-alike',
  level: 'warning',
  summary: 'Two answers to one question are said in the same words.',
  *look({ kb }) {
    for (const tree of kb.trees.values())
      for (const node of tree.nodes.values()) {
        if (!('answers' in node)) continue;
        const seen = new Map<string, string>();
        for (const { id, label, hear } of node.answers)
          for (const words of new Set([label, ...hear].map(plainWords))) {
            const other = seen.get(words);
            if (other === undefined || other === id) seen.set(words, id);
            else
              yield {
                place: node.at,
                message: `The answers "${other}" and "${id}" both answer to "${words}".`,
                hint: 'Give each words of its own.',
              };
          }
      }
  },
};
