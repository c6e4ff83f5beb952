/** How many calls of each of many things there are, by week: all in one array, since there are very many of them. */
export interface WeekCounts {
  readonly keys: () => IterableIterator<number>;
  /** Counts a call of a thing. */
  readonly add: (key: number, week: number) => void;
  /** Has to be done once, after the last call is counted. */
  readonly sumUp: () => void;
  /** How many there are from one week to an older one, both counted; 0 for a thing that is not there. */
  readonly within: (key: number, from: number, to: number) => number;
}

/** @param weeks how many weeks there are */
export function weekCounts(weeks: number): WeekCounts {
  const slots = new Map<number, number>();
  let counts = new Int32Array(weeks * 1024);
  return {
    keys: () => slots.keys(),
    add(key, week) {
      let slot = slots.get(key);
      if (slot === undefined) {
        slot = slots.size * weeks;
        slots.set(key, slot);
        if (slot + weeks > counts.length) {
          const larger = new Int32Array(2 * counts.length);
          larger.set(counts);
          counts = larger;
        }
      }
      counts[slot + week] = (counts[slot + week] ?? 0) + 1;
    },
    sumUp() {
      for (let at = 0; at < slots.size * weeks; at += 1)
        if (at % weeks !== 0) counts[at] = (counts[at] ?? 0) + (counts[at - 1] ?? 0);
    },
    within(key, from, to) {
      const slot = slots.get(key);
      if (slot === undefined || from >= weeks) return 0;
      return (counts[slot + Math.min(to, weeks - 1)] ?? 0) - (from === 0 ? 0 : (counts[slot + from - 1] ?? 0));
    },
  };
}
