import type { PictureWeights } from './picture.js';

/** What is said of an edge or a node that no call took. */
export const notTaken: Readonly<Record<PictureWeights['of'], string>> = {
  calls: 'not covered',
  cases: 'never taken',
};
