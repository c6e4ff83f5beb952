import { factUses } from './fact-uses.js';
import type { Lint } from './lint.js';

/** A condition depends on a fact that nothing asks for or makes known. */
export const factNeverSet: Lint = {
  code: 'fact-never-set',
  level: 'warning',
  summary: 'A condition depends on a fact that nothing asks for or makes known.',
  whole: true,
  *look({ kb, texts }) {
    const { read, set } = factUses(kb, texts);
    for (const { name, at } of kb.facts.values())
      if (read.has(name) && !set.has(name))
        yield {
          place: at,
          message: `Nothing asks for the fact "${name}" or sets it, and conditions or texts depend on it.`,
          hint: 'Give it an "ask" here, let a node ask for it, or let a rule set it.',
        };
  },
};
