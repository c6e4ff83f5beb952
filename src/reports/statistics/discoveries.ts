/** One of many tests: its p-value, and the smallest one that it could have had whatever was seen. */
export interface Tested {
  readonly p: number;
  readonly least: number;
}

/**
 * Which of many tests may be called unusual, so that of those that are at most a share of `rate` are so by chance: the
 * procedure of Y. Benjamini and Y. Hochberg (JRSS B 57, 1995, p. 289-300). A test that could not come out unusual
 * whatever was seen is not counted among those that were looked at: R. E. Tarone (Biometrics 46, 1990, p. 515-522), for
 * this procedure P. B. Gilbert (JRSS C 54, 2005, p. 143-158).
 * @returns those that may, and how many tests count as looked at.
 */
export function discoveries<Test extends Tested>(
  tests: readonly Test[],
  rate: number,
): { readonly found: readonly Test[]; readonly looked: number } {
  const looked = lookedAt(
    tests.map(({ least }) => least),
    rate,
  );
  const counted = tests.filter(({ least }) => least <= rate / looked).sort((one, other) => one.p - other.p);
  const last = counted.findLastIndex(({ p }, index) => p <= (rate * (index + 1)) / looked);
  return { found: counted.slice(0, last + 1), looked };
}

/** The smallest number so that no more tests than it can reach the rate divided by it. */
function lookedAt(leasts: readonly number[], rate: number): number {
  const sorted = [...leasts].sort((one, other) => one - other);
  const reach = (limit: number): number => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? 1) <= limit) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  let [low, high] = [1, Math.max(1, sorted.length)];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reach(rate / middle) <= middle) high = middle;
    else low = middle + 1;
  }
  return low;
}
