import { keyPlace } from '../../knowledge/index.js';
import type { Lint } from './lint.js';
import { writtenTrees } from './written-trees.js';

/** A tree does not say where its facts come from. */
export const sourcesMissing: Lint = {
  code: 'sources-missing',
  level: 'warning',
  summary: 'A tree does not say where its facts come from.',
  *look(subject) {
    for (const { root } of writtenTrees(subject))
      if (root.sources === undefined)
        yield {
          place: keyPlace(root, 'tree'),
          message: 'Nothing says where the facts in this tree come from.',
          hint: 'Add "sources" with the titles and addresses of the pages: whoever reviews it needs them.',
        };
  },
};
