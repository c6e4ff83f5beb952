import { termsIn } from '../../instructions/index.js';
import type { Lint } from './lint.js';
import { neverUsed } from './never-used.js';

/** A term of the glossary is never read aloud. */
export const glossaryUnused: Lint = {
  code: 'glossary-unused',
  level: 'advice',
  summary: 'A term of the glossary is never read aloud.',
  whole: true,
  look(subject) {
    const { kb, texts } = subject;
    const used = new Set(texts.flatMap(({ kind, text }) => (kind === 'glossary' ? [] : termsIn(kb, text))));
    return neverUsed(
      subject,
      'glossary',
      'terms',
      (name) => used.has(name) || kb.glossary.get(name)?.whenAsked === true,
      (name) => ({
        message: `No text has the term "${name}" in it.`,
        hint: 'Delete it; or, where callers ask for it, mark it with when_asked: true.',
      }),
    );
  },
};
