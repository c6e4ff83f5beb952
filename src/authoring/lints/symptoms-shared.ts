import type { Lint } from './lint.js';
import { plainWords } from './plain-words.js';
import type { WrittenText } from './written-texts.js';

/** The same symptom is written twice, or in two trees. */
export const symptomsShared: Lint = {
  code: 'symptoms-shared',
  level: 'warning',
  summary: 'The same symptom is written twice, or in two trees.',
  *look({ texts }) {
    const seen = new Map<string, WrittenText>();
    for (const written of texts) {
      if (written.role !== 'symptoms') continue;
      const words = plainWords(written.text);
      const first = seen.get(words);
      if (first === undefined) seen.set(words, written);
      else
        yield {
          place: written.at,
          message:
            first.file === written.file
              ? 'This symptom is written twice here.'
              : `This symptom is in ${first.file} too: it cannot tell one subject from the other.`,
          hint: 'Keep it where callers who say it are best helped, and write down how they put the other.',
          related: [{ place: first.at, message: 'It is also here.' }],
        };
    }
  },
};
