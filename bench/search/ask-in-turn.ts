/** Something that is asked, to be timed. */
export interface Searcher {
  readonly name: string;
  readonly find: (words: string) => unknown;
  /** How many of the queries of each round it is asked, where it is too slow for all of them. */
  readonly most?: number;
}

/** What was measured of a searcher. */
export interface Asked {
  readonly name: string;
  /** Nanoseconds by the number of the query; the slow ones were not asked every one. */
  readonly times: ReadonlyMap<number, number>;
}

const rounds = 7;
const warmUpEach = 20;

/**
 * Asks searchers in turn, in rounds, so that whatever else the machine does disturbs all of them alike. Every query is
 * asked once of each, so that nothing is remembered of it. Each turn begins with queries that are not timed: whatever
 * the one before left to be cleared away is cleared away in them.
 */
export async function askInTurn(
  searchers: readonly Searcher[],
  queries: readonly string[],
  warmUp: readonly string[],
): Promise<readonly Asked[]> {
  const times = searchers.map(() => new Map<number, number>());
  const shares = Array.from({ length: rounds }, (_, round) =>
    [...queries.keys()].filter((at) => at % rounds === round),
  );
  for (const { find, most } of searchers) if (most === undefined) for (const words of warmUp) await find(words);
  for (const [round, share] of shares.entries()) {
    for (const [index, { find, most }] of searchers.entries()) {
      const first = (round * warmUpEach) % warmUp.length;
      for (const words of warmUp.slice(first, first + (most === undefined ? warmUpEach : 1))) await find(words);
      for (const at of share.slice(0, most)) {
        const words = queries[at] ?? '';
        const from = performance.now();
        const found = find(words);
        if (found instanceof Promise) await found;
        times[index]?.set(at, (performance.now() - from) * 1e6);
      }
    }
  }
  return searchers.map(({ name }, index) => ({ name, times: times[index] ?? new Map() }));
}
