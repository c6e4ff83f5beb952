import { endFix } from './end-fix.js';
import type { Lint } from './lint.js';

const question =
  /^(?:is|are|do|does|did|can|could|has|have|was|were|will|would|should|what|which|when|where|who|whose|how|why)\b/i;

/** A question has no question mark. */
export const questionUnmarked: Lint = {
  code: 'question-unmarked',
  level: 'warning',
  summary: 'A question has no question mark.',
  *look({ texts }) {
    for (const written of texts) {
      const { role, text, at } = written;
      if (role !== 'ask' || !question.test(text) || /\?["”')]?\s*$/.test(text)) continue;
      const fix = endFix(written, '?');
      yield {
        place: at,
        message: 'This is a question without a question mark: it will be read as a statement.',
        hint: 'End it with "?".',
        ...(fix === undefined ? {} : { fix }),
      };
    }
  },
};
