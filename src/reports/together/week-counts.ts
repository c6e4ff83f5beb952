/** How many calls of each of many things there are, by week: all in one array, since there are very many of them. */
export interface WeekCounts {
  readonly keys: () => Iterable<number>;
  /** Counts a call of a thing. */
  readonly add: (key: number, week: number) => void;
  /** Has to be done once, after the last call is counted. */
  readonly sumUp: () => void;
  /** How many there are from one week to an older one, both counted; 0 for a thing that is not there. */
  readonly within: (key: number, from: number, to: number) => number;
}

/** Counts of things that are numbered from 0. @param size how many things there are */
export function weekCounts(weeks: number, size: number): WeekCounts {
  const counts = new Int32Array(weeks * size);
  return {
    keys: () => Array.from({ length: size }, (_, key) => key),
    add(key, week) {
      counts[key * weeks + week] = (counts[key * weeks + week] ?? 0) + 1;
    },
    sumUp: () => sumUp(counts, weeks),
    within: (key, from, to) => between(counts, weeks, key, from, to),
  };
}

/** Counts of things of which few of the possible keys are there. */
export function sparseWeekCounts(weeks: number): WeekCounts {
  const slots = new Map<number, number>();
  let counts = new Int32Array(weeks * 1024);
  return {
    keys: () => slots.keys(),
    add(key, week) {
      let slot = slots.get(key);
      if (slot === undefined) {
        slot = slots.size;
        slots.set(key, slot);
        if ((slot + 1) * weeks > counts.length) {
          const larger = new Int32Array(2 * counts.length);
          larger.set(counts);
          counts = larger;
        }
      }
      counts[slot * weeks + week] = (counts[slot * weeks + week] ?? 0) + 1;
    },
    sumUp: () => sumUp(counts, weeks),
    within(key, from, to) {
      const slot = slots.get(key);
      return slot === undefined ? 0 : between(counts, weeks, slot, from, to);
    },
  };
}

/** Makes of the number of each week that of all weeks up to it. */
function sumUp(counts: Int32Array, weeks: number): void {
  for (let start = 0; start < counts.length; start += weeks)
    for (let at = start + 1; at < start + weeks; at += 1) counts[at] = (counts[at] ?? 0) + (counts[at - 1] ?? 0);
}

function between(counts: Int32Array, weeks: number, slot: number, from: number, to: number): number {
  if (from >= weeks) return 0;
  const start = slot * weeks;
  return (counts[start + Math.min(to, weeks - 1)] ?? 0) - (from === 0 ? 0 : (counts[start + from - 1] ?? 0));
}
