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
 * What speaks for and against a tree dealing with it. Found by logistic regression on the half of the descriptions in
 * bench/search that may be seen; bench/README.md says how well it holds on the other half.
 */
const weights = { always: -0.68, covered: 2.94, strength: 1.55, outside: -3.18, unknown: 3.98, length: -0.35 } as const;

/** Below this nothing fits. */
const least = 0.46;

/** How much surer a tree is that has more speaking for it than the others. */
const sharpness = 4;

/** A word that is not understood counts as one that tells about as much as most do. */
const unknownShare = 0.8;

/** Judges what was found. */
export function judge(
  { heard, notUnderstood }: Understanding,
  ranked: readonly Ranked[],
  { telling }: Pick<OpenIndex, 'telling'>,
): Judged {
  const trees = ranked.filter(({ entry }) => entry.covered);
  const other = ranked.find(({ entry }) => !entry.covered);
  const top = trees[0];
  if (top === undefined) return { fit: 0, fits: false, ...(other ? { outside: other.entry.id } : {}), trees: [] };
  let most = 1;
  for (const tells of telling) if (tells > most) most = tells;
  const words = heard.length + notUnderstood.length;
  const mass = heard.reduce((sum, each) => sum + each.mass, 0) + notUnderstood.length * unknownShare * most;
  const evidence =
    weights.always +
    weights.covered * (top.reached / (mass + 1)) +
    weights.strength * Math.log(1 + top.score / most) +
    weights.outside * ((other?.score ?? 0) / (top.score + 1)) +
    weights.unknown * (notUnderstood.length / (words + 1)) +
    weights.length * Math.log(1 + words);
  const fit = 1 / (1 + Math.exp(-evidence));
  const shares = trees.map(({ score }) => (score / top.score) ** sharpness);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const isOutside = fit < least && other !== undefined && other.score > top.score;
  return {
    fit,
    fits: fit >= least,
    ...(isOutside ? { outside: other.entry.id } : {}),
    trees: trees.map((each, at) => ({ ranked: each, confidence: (fit * (shares[at] ?? 0)) / whole })),
  };
}
