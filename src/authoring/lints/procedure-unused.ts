import { keyPlace } from '../../knowledge/index.js';
import type { Lint } from './lint.js';
import { isNamed } from './never-used.js';

/** A procedure is used nowhere. */
export const procedureUnused: Lint = {
  code: 'procedure-unused',
  level: 'warning',
  summary: 'A procedure is used nowhere.',
  whole: true,
  *look(subject) {
    const used = isNamed(subject, 'use');
    for (const { kind, root } of subject.files) {
      const { procedure } = (root ?? {}) as { readonly procedure?: unknown };
      if (kind === 'procedure' && typeof procedure === 'string' && !used.has(procedure))
        yield {
          place: keyPlace(root as object, 'procedure'),
          message: `No step uses the procedure "${procedure}".`,
          hint: 'Write { use: } with its name among the steps of a fix, or delete the file.',
        };
    }
  },
};
