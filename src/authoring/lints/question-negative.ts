import type { Lint } from './lint.js';

const negative =
  /(?:^|[.!] )(?:(?:is|are|do|does|did|could|has|have|was|were|would|should)n['’]t|can['’]t|won['’]t)\b|(?:^|[.!] )(?:is|are|does|did|can|has|have) (?:it|there|you|the \w+|your \w+) not\b/i;

/** A question is put in the negative, so that nobody knows what yes means. */
export const questionNegative: Lint = {
  code: 'question-negative',
  level: 'warning',
  summary: 'A question is put in the negative, so that nobody knows what yes means.',
  *look({ texts }) {
    for (const { role, text, at } of texts)
      if ((role === 'ask' || (role === 'say' && text.includes('?'))) && negative.test(text))
        yield {
          place: at,
          message: 'To a question in the negative, yes and no can both mean the same.',
          hint: 'Turn it round: ask whether something is there, or works.',
        };
  },
};
