import { valuePlace } from '../../knowledge/index.js';
import type { Lint } from './lint.js';
import { writtenTrees } from './written-trees.js';

const same = (a: unknown, b: unknown): boolean =>
  typeof a === 'string' && typeof b === 'string' && a.trim().toLowerCase() === b.trim().toLowerCase();

/** A caller who does not understand a question is told the same again. */
export const ifConfusedSame: Lint = {
  code: 'if-confused-same',
  level: 'warning',
  summary: 'A caller who does not understand a question is told the same again.',
  *look(subject) {
    for (const { nodes } of writtenTrees(subject))
      for (const node of Object.values(nodes)) {
        const { if_confused: written, say, ask } = node;
        const [holder, texts] = Array.isArray(written) ? [written, written] : [node, [written]];
        for (const [index, text] of texts.entries()) {
          const others = [say, ask, ...texts.slice(0, index)];
          if (others.some((other) => same(other, text)))
            yield {
              place: valuePlace(holder, Array.isArray(written) ? index : 'if_confused'),
              message: 'This was said already, and was not understood.',
              hint: 'Say it in other words, or say what it looks like.',
            };
        }
      }
  },
};
