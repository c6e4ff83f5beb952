import type { Rate } from '../report.js';

/** From so many on a share is told without its interval. */
const enough = 100;
/** The quantile of the normal distribution that leaves 2.5% on each side. */
const z = 1.959964;

/**
 * So many of so many, with the interval of E. B. Wilson, "Probable inference, the law of succession, and statistical
 * inference" (JASA 22, 1927, p. 209-212) where they are fewer than 100: L. D. Brown, T. T. Cai and A. DasGupta, "Interval
 * estimation for a binomial proportion" (Statistical Science 16, 2001) recommend it for small numbers.
 * @returns null where there is nothing to take a share of.
 */
export function rateOf(count: number, of: number): Rate | null {
  if (of === 0) return null;
  if (of >= enough) return { count, of };
  const share = count / of;
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const round = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1e4) / 1e4;
  return { count, of, low: round(middle - half), high: round(middle + half) };
}
