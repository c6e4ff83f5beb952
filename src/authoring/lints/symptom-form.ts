import type { Lint } from './lint.js';
import { plainFix } from './plain-fix.js';

/** A symptom ends like a sentence. */
export const symptomForm: Lint = {
  code: 'symptom-form',
  level: 'warning',
  summary: 'A symptom ends like a sentence.',
  *look({ texts }) {
    for (const written of texts) {
      const { role, kind, text, at } = written;
      if (role !== 'symptoms' || kind !== 'tree' || !/[^.][.!;,]$/.test(text)) continue;
      const without = text.replace(/[\s.!;,]+$/, '');
      const fix = plainFix(written, without);
      yield {
        place: at,
        message: 'Symptoms are what callers say, without a mark at the end.',
        hint: `Write it: ${without}`,
        ...(fix === undefined ? {} : { fix }),
      };
    }
  },
};
