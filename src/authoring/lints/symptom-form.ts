import type { Lint } from './lint.js';

/** A symptom ends like a sentence. */
export const symptomForm: Lint = {
  code: 'symptom-form',
  level: 'warning',
  summary: 'A symptom ends like a sentence.',
  *look({ texts }) {
    for (const { role, kind, text, at, isPlain } of texts)
      if (role === 'symptoms' && kind === 'tree' && /[^.][.!;,]$/.test(text))
        yield {
          place: at,
          message: 'Symptoms are what callers say, without a mark at the end.',
          hint: `Write it: ${text.slice(0, -1)}`,
          ...(isPlain ? { fix: { place: at, text: text.slice(0, -1) } } : {}),
        };
  },
};
