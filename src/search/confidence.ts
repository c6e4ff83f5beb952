import type { OpenIndex } from './open-index.js';
import type { Ranked } from './rank.js';
import type { Understanding } from './understand.js';

/** How far what was found can be trusted. */
export interface Judged {
  /** How likely it is that a tree deals with it at all, from 0 to 1. */
  readonly fit: number;
  readonly fits: boolean;
  /** The subject that no tree covers and that was probably meant. */
  readonly outside?: string;
  /** The trees, each with how likely it is the right one. */
  readonly trees: readonly { readonly ranked: Ranked; readonly confidence: number }[];
}

/**
 * What speaks for and against a tree dealing with it: how much more was found in the trees than in the subjects that
 * none covers, how near one symptom is, and whether something is asked for. Found by logistic regression on the half of
 * the descriptions in bench/search that may be seen, and on others that were invented for it; bench/README.md says how
 * well it holds on the other half.
 */
const weights = { always: 0.31, outside: -4.67, near: 2.24, wish: -2.67 } as const;

/** Below this nothing fits. */
const least = 0.6;

/** How much surer a tree is that has more speaking for it than the others. */
const sharpness = 8;

/** Judges what was found. */
export function judge(
  { isWish }: Understanding,
  ranked: readonly Ranked[],
  { mostTelling: most }: Pick<OpenIndex, 'mostTelling'>,
): Judged {
  const trees = ranked.filter(({ entry }) => entry.covered);
  const outside = ranked.find(({ entry }) => !entry.covered);
  const top = trees[0];
  if (top === undefined)
    return { fit: 0, fits: false, ...(outside === undefined ? {} : { outside: outside.entry.id }), trees: [] };
  const other = outside?.score ?? 0;
  const near = Math.max(...trees.map((each) => each.near));
  const evidence =
    weights.always +
    weights.outside * Math.log((other + most / 3) / (top.score + most / 3)) +
    weights.near * Math.log(1 + near / most) +
    (isWish ? weights.wish : 0);
  const fit = 1 / (1 + Math.exp(-evidence));
  const shares = trees.map(({ score }) => (score / top.score) ** sharpness);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const isOutside = fit < least && outside !== undefined && outside.score > top.score;
  return {
    fit,
    fits: fit >= least,
    ...(isOutside ? { outside: outside.entry.id } : {}),
    trees: trees.map((each, at) => ({ ranked: each, confidence: (fit * (shares[at] ?? 0)) / whole })),
  };
}
