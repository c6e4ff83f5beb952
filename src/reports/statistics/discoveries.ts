/**
 * Which of many tests may be called unusual, so that of those that are at most a share of `rate` are so by chance: the
 * procedure of Y. Benjamini and Y. Hochberg (JRSS B 57, 1995, p. 289-300). A test that could not come out unusual
 * whatever was seen is not counted among those that were looked at: R. E. Tarone (Biometrics 46, 1990, p. 515-522), for
 * this procedure P. B. Gilbert (JRSS C 54, 2005, p. 143-158).
 * @param tests those with a p-value up to `rate`; the others cannot be unusual
 * @param leasts the smallest p-value that each test could have had, of all tests
 * @returns those that may, the least likely first, and how many tests count as looked at.
 */
export function discoveries<Test extends { readonly p: number }>(
  tests: readonly Test[],
  leasts: readonly number[],
  rate: number,
): { readonly found: readonly Test[]; readonly looked: number } {
  const looked = lookedAt(leasts, rate);
  const sorted = [...tests].sort((one, other) => one.p - other.p);
  const last = sorted.findLastIndex(({ p }, index) => p <= (rate * (index + 1)) / looked);
  return { found: sorted.slice(0, last + 1), looked };
}

/** The smallest number for which no more tests than it can reach the rate divided by it. */
function lookedAt(leasts: readonly number[], rate: number): number {
  const sorted = Float64Array.from(leasts).sort();
  let [low, high] = [1, Math.max(1, sorted.length)];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reach(sorted, rate / middle) <= middle) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How many are no greater than a limit. */
function reach(sorted: Float64Array, limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 1) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
