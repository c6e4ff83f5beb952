import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type KnowledgeBase, preview, type Session, situation, start, step, trail } from '../../src/index.js';
import { loadShipped } from '../knowledge-base/load-shipped.js';
import { anyInput, dice, one, playRandom, recorded, standing } from './random-calls.js';

let kb: KnowledgeBase;
let trees: readonly string[];

beforeAll(async () => {
  ({ knowledgeBase: kb } = await loadShipped());
  trees = [...kb.trees.keys()];
});

/** How many random calls each property takes on the shipped trees. */
const calls = 1000;

/** Any event; every tenth throw is something that the caller says. */
const talking: typeof anyInput = (kb, session, now, kind, at) =>
  kind % 10 === 3
    ? Promise.resolve({ said: 'it is the green one', offered: [now.tree], missed: ['green'] })
    : anyInput(kb, session, now, kind, at);

/** The same session with nothing computed for it yet. */
const fresh = (session: Session): Session => JSON.parse(JSON.stringify(session));

/** A value without the numbers of events, which differ between a session and one that holds only what stands. */
function withoutNumbers(value: unknown): unknown {
  const text = (_: string, each: unknown): unknown => (each instanceof Map ? [...each] : each);
  return JSON.parse(JSON.stringify(value, text).replace(/"event":\d+/g, '"event":0'));
}

describe('on the shipped trees', () => {
  test('there are at least the twelve subjects and the one for danger', () => {
    expect(trees.length).toBeGreaterThanOrEqual(13);
  });

  test('stepping equals the full replay: situation and trail', async () => {
    await fc.assert(
      fc.asyncProperty(dice, async (call) => {
        const { session } = await playRandom(kb, call);
        const replayed = fresh(session);
        expect(await situation(kb, replayed)).toEqual(await situation(kb, session));
        expect(await trail(kb, replayed)).toEqual(await trail(kb, session));
      }),
      { numRuns: calls },
    );
  }, 300_000);

  test('a session stands where the acts that stand lead from the start', async () => {
    let shorter = 0;
    await fc.assert(
      fc.asyncProperty(dice, async (call) => {
        const { session } = await playRandom(kb, call);
        const events = standing(session.events);
        if (events.length < session.events.length) shorter += 1;
        const plain: Session = { ...start(kb, { tree: session.tree }), events };
        expect(withoutNumbers(await situation(kb, session))).toEqual(withoutNumbers(await situation(kb, plain)));
        expect(withoutNumbers(await trail(kb, session))).toEqual(withoutNumbers(await trail(kb, plain)));
      }),
      { numRuns: calls },
    );
    expect(shorter).toBeGreaterThan(calls / 3);
  }, 300_000);

  test('back after anything that moved the call is the identity', async () => {
    let moved = 0;
    await fc.assert(
      fc.asyncProperty(dice, fc.nat({ max: 99 }), fc.nat({ max: 9999 }), async (call, kind, at) => {
        const { session } = await playRandom(kb, call);
        const before = await situation(kb, session);
        const input = await anyInput(kb, session, before, kind, at);
        if ('back' in input || recorded.some((kind) => kind in input)) return;
        const there = await step(kb, session, input);
        if (there.refused !== undefined || there.session.events.length !== session.events.length + 1) return;
        moved += 1;
        const back = await step(kb, there.session, { back: true });
        expect(back.refused).toBeUndefined();
        expect(back.situation).toEqual(before);
        expect(await trail(kb, back.session)).toEqual(await trail(kb, session));
      }),
      { numRuns: calls },
    );
    expect(moved).toBeGreaterThan(calls / 2);
  }, 300_000);

  test('what the caller said is kept, and changes nothing', async () => {
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(dice, fc.string({ minLength: 1, unit: 'binary' }), async (call, words) => {
        const { session } = await playRandom(kb, call, talking);
        const said = { said: `so ${words}`, offered: [], missed: [words] };
        const next = await step(kb, session, said, '2026-11-01T10:00:00Z');
        expect(next.refused).toBeUndefined();
        expect(next.session.events).toEqual([...session.events, { ...said, at: '2026-11-01T10:00:00Z' }]);
        expect(next.situation).toEqual(await situation(kb, session));
        expect(await trail(kb, next.session)).toEqual(await trail(kb, session));
        const [back, before] = [await step(kb, next.session, { back: true }), await step(kb, session, { back: true })];
        expect([back.refused, back.situation]).toEqual([before.refused, before.situation]);
        kept += session.events.filter((event) => 'said' in event).length;
      }),
      { numRuns: calls / 4 },
    );
    expect(kept).toBeGreaterThan(calls / 40);
  }, 300_000);

  test('every step is an edge of the graph', async () => {
    let followed = 0;
    await fc.assert(
      fc.asyncProperty(dice, async (call) => {
        const { session } = await playRandom(kb, call);
        const moves = await trail(kb, session);
        const now = await situation(kb, session);
        let stack: string[] = [];
        let left: string[][] = [];
        let problem = 0;
        const problems = new Map<number, readonly [string[], string[][]]>();
        for (const [index, move] of moves.entries()) {
          // A question that was put off is asked again in its own place, not where the call has come to.
          const raised = now.type === 'asking' && now.raised !== undefined;
          const after = moves[index + 1] ?? (raised ? undefined : now);
          if (after === undefined) continue;
          const there = `${after.tree}/${after.node}`;
          if (move.edge === undefined) {
            const to = 'to' in move.reason ? move.reason.to : undefined;
            expect(there).toBe(to === undefined ? `${move.tree}/${move.node}` : `${to.tree}/${to.node}`);
            if (move.reason.kind === 'problem') {
              problems.set(problem, [stack, left]);
              problem = move.reason.number;
              [stack, left] = problems.get(problem) ?? [[], []];
              continue;
            }
            if (move.reason.kind === 'jumped') left.push([...stack]);
            if (move.reason.kind === 'came-back') stack.splice(0, stack.length, ...(left.pop() ?? []));
            else if (to !== undefined && (move.reason.kind === 'rule' || to.tree !== move.tree)) stack.length = 0;
            continue;
          }
          followed += 1;
          const { edge } = move;
          expect(kb.trees.get(move.tree)?.edges.get(move.node)).toContain(edge);
          if (edge.to.kind === 'node') expect(there).toBe(`${move.tree}/${edge.to.node}`);
          if (edge.to.kind === 'desk') expect(after.node).toBe(move.node);
          const into = edge.to.kind === 'tree' ? edge.to.tree : undefined;
          const inside = stack.findLastIndex((place) => place.startsWith(`${into}/`));
          if (edge.to.kind === 'tree' && (inside >= 0 || into === move.tree)) {
            // Into a tree that the call is inside: it goes back to the visit that left it.
            expect(move.reason.kind).toBe('inside');
            expect(there).toBe(stack[inside] ?? `${move.tree}/${move.node}`);
            if (inside >= 0) stack.length = inside;
          } else if (edge.to.kind === 'tree') {
            expect(move.reason.kind).toBe('visited');
            stack.push(`${move.tree}/${move.node}`);
            expect(there).toBe(`${edge.to.tree}/${kb.trees.get(edge.to.tree)?.start}`);
          }
          if (edge.to.kind === 'end') expect(there).toBe(stack.pop() ?? `${move.tree}/${move.node}`);
        }
      }),
      { numRuns: calls },
    );
    expect(followed).toBeGreaterThan(calls * 2);
  }, 300_000);

  test('revising to the same answer changes nothing', async () => {
    let revised = 0;
    await fc.assert(
      fc.asyncProperty(dice, fc.nat(), async (call, which) => {
        const { session } = await playRandom(kb, call);
        const answered = (await trail(kb, session)).filter(({ reason }) => reason.kind === 'answered');
        const move = answered.length === 0 ? undefined : one(answered, which);
        if (move?.reason.kind !== 'answered') return;
        revised += 1;
        const { question, value } = move.reason;
        const again = { node: question.key, answer: value };
        const changed = await step(kb, session, { revise: again });
        expect(changed.refused).toBeUndefined();
        expect(changed.situation).toEqual(await situation(kb, session));
        const seen = await preview(kb, session, again);
        if ('refused' in seen) throw new Error(seen.refused);
        expect(seen.again).toEqual([]);
      }),
      { numRuns: calls },
    );
    expect(revised).toBeGreaterThan(calls / 2);
  }, 300_000);

  test('a known fact is never asked, and a fact asked for and not known is not asked again', async () => {
    await fc.assert(
      fc.asyncProperty(dice, async (call) => {
        const { sessions } = await playRandom(kb, call);
        for (const session of sessions) {
          const now = await situation(kb, session);
          // What was put off is asked once more: that is what putting it off is for.
          if (now.type !== 'asking' || now.fact === undefined || now.raised !== undefined) continue;
          expect(now.facts.has(now.fact)).toBe(false);
          if (kb.facts.get(now.fact)?.fades === true) continue;
          const asked = (await trail(kb, session)).filter(
            ({ reason }) => 'question' in reason && reason.question?.key.startsWith(`fact:${now.fact}#`),
          );
          expect(asked).toEqual([]);
        }
      }),
      { numRuns: calls },
    );
  }, 300_000);
});
