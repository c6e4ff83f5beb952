import { median } from './median.js';

/** Something that is timed beside others. */
export interface Contender {
  readonly name: string;
  /** Done before every run, and not timed. */
  readonly prepare?: () => void;
  /** Does some work, and tells how many operations that was. */
  readonly run: () => number | Promise<number>;
}

/** What was measured of a contender. */
export interface Timing {
  readonly name: string;
  /** Nanoseconds for one operation: the median of the rounds. */
  readonly nanoseconds: number;
  /** Nanoseconds for one operation in each round. */
  readonly rounds: readonly number[];
}

/**
 * Times contenders in turn, round after round, so that whatever else the machine does disturbs all of them alike.
 * In each round a contender runs until `milliseconds` have passed, and at least once. One round before is not counted.
 */
export async function sideBySide(
  contenders: readonly Contender[],
  rounds: number,
  milliseconds: number,
): Promise<readonly Timing[]> {
  const measured = contenders.map((): number[] => []);
  for (let round = -1; round < rounds; round += 1) {
    for (const [index, contender] of contenders.entries()) {
      const nanoseconds = await timed(contender, milliseconds);
      if (round >= 0) measured[index]?.push(nanoseconds);
    }
  }
  return contenders.map(({ name }, index) => {
    const each = measured[index] ?? [];
    return { name, nanoseconds: median(each), rounds: each };
  });
}

async function timed({ prepare, run }: Contender, milliseconds: number): Promise<number> {
  let operations = 0;
  let passed = 0;
  while (operations === 0 || passed < milliseconds) {
    prepare?.();
    const from = performance.now();
    const done = run();
    operations += typeof done === 'number' ? done : await done;
    passed += performance.now() - from;
  }
  return (passed * 1e6) / operations;
}

/** How many times as long `a` takes as `b`: the median of what each round shows. */
export function ratioOf(a: Timing, b: Timing): number {
  return median(a.rounds.map((nanoseconds, round) => nanoseconds / (b.rounds[round] ?? Number.NaN)));
}
