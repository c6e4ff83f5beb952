import { factUses } from './fact-uses.js';
import type { Lint } from './lint.js';

/** A fact is declared, and nothing depends on it. */
export const factNeverRead: Lint = {
  code: 'fact-never-read',
  level: 'advice',
  summary: 'A fact is declared, and nothing depends on it.',
  whole: true,
  *look({ kb, texts }) {
    const { read } = factUses(kb, texts);
    const asked = new Set(
      [...kb.trees.values()].flatMap(({ nodes }) =>
        [...nodes.values()].flatMap((node) => ('answers' in node && node.answers.length > 0 ? (node.fact ?? []) : [])),
      ),
    );
    for (const { name, at } of kb.facts.values())
      if (!read.has(name) && !asked.has(name))
        yield {
          place: at,
          message: `No question, condition, text or desk uses the fact "${name}".`,
          hint: 'Use it in a condition or under "collect", or delete it.',
        };
  },
};
