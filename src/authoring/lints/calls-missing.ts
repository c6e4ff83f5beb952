import type { Lint } from './lint.js';

/** A tree has no example call. */
export const callsMissing: Lint = {
  code: 'calls-missing',
  level: 'warning',
  summary: 'A tree has no example call.',
  whole: true,
  *look({ kb }) {
    const tried = new Set(kb.calls.map(({ tree }) => tree));
    for (const { id, at } of kb.trees.values())
      if (!tried.has(id))
        yield {
          place: at,
          message: 'No example call goes through this tree, so nothing tells when an edit breaks it.',
          hint: 'Write one beside it, in a file that ends in .calls.yaml.',
        };
  },
};
