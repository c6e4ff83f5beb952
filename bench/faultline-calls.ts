import { type KnowledgeBase, type Session, step } from '../src/index.js';
import { median } from './median.js';
import type { Contender, Timing } from './side-by-side.js';
import type { SortOfStep } from './sort-of-step.js';
import { begun, type TakenCall } from './take-call.js';

/** Our own steps: each call is taken from its beginning, which is not timed, step by step. */
export async function faultlineCalls(name: string, kb: KnowledgeBase, calls: readonly TakenCall[]): Promise<Contender> {
  const sessions = await beginnings(kb, calls);
  return {
    name,
    run: async () => {
      let taken = 0;
      for (const [index, { steps }] of calls.entries()) {
        let session = sessions[index] as Session;
        for (const { input } of steps) session = (await step(kb, session, input)).session;
        taken += steps.length;
      }
      return taken;
    },
  };
}

/** What a step of each sort takes, when every call is taken to its end; each step is timed by itself. */
export async function stepsBySort(
  kb: KnowledgeBase,
  calls: readonly TakenCall[],
  rounds: number,
): Promise<ReadonlyMap<SortOfStep, Timing & { readonly steps: number }>> {
  const sessions = await beginnings(kb, calls);
  const measured = new Map<SortOfStep, { steps: number; rounds: number[] }>();
  for (let round = -2; round < rounds; round += 1) {
    const sums = new Map<SortOfStep, { steps: number; milliseconds: number }>();
    for (const [index, { steps }] of calls.entries()) {
      let session = sessions[index] as Session;
      for (const { input, sort } of steps) {
        const from = performance.now();
        session = (await step(kb, session, input)).session;
        const passed = performance.now() - from;
        const sum = sums.get(sort) ?? { steps: 0, milliseconds: 0 };
        sums.set(sort, { steps: sum.steps + 1, milliseconds: sum.milliseconds + passed });
      }
    }
    if (round < 0) continue;
    for (const [sort, { steps, milliseconds }] of sums) {
      const each = measured.get(sort) ?? { steps, rounds: [] };
      each.rounds.push((milliseconds * 1e6) / steps);
      measured.set(sort, each);
    }
  }
  return new Map(
    [...measured].map(([sort, each]) => [sort, { name: sort, nanoseconds: median(each.rounds), ...each }]),
  );
}

/** The session before the first step of each call; calls that begin alike share it. */
async function beginnings(kb: KnowledgeBase, calls: readonly TakenCall[]): Promise<readonly Session[]> {
  const known = new Map<string, Session>();
  const sessions: Session[] = [];
  for (const call of calls) {
    const key = JSON.stringify([call.tree, ...call.given]);
    const session = known.get(key) ?? (await begun(kb, call));
    known.set(key, session);
    sessions.push(session);
  }
  return sessions;
}
