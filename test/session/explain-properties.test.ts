import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Ground,
  how,
  howInWords,
  type KnowledgeBase,
  missing,
  missingInWords,
  type Session,
  situation,
  step,
  trail,
  whatIfEach,
  whatIfInWords,
  why,
  whyInWords,
  whyNot,
  whyNotInWords,
} from '../../src/index.js';
import { loadShipped } from '../knowledge-base/load-shipped.js';
import { dice, playRandom, reply, standingAt } from './random-calls.js';

let kb: KnowledgeBase;

beforeAll(async () => {
  ({ knowledgeBase: kb } = await loadShipped());
});

const calls = 1000;

async function played(call: Parameters<typeof playRandom>[1]): Promise<Session> {
  return (await playRandom(kb, call)).session;
}

/** The indices of the events that still stand, read off the list alone. */
function standing({ events }: Session): ReadonlySet<number> {
  return new Set(standingAt(events).map(({ index }) => index));
}

function eventOf(ground: Ground): readonly number[] {
  if (ground.kind === 'aside') return [ground.event];
  return ground.kind === 'move' && 'event' in ground.move.reason ? [ground.move.reason.event] : [];
}

const faultsOf = (tree: string): readonly string[] =>
  [...(kb.trees.get(tree)?.faults.keys() ?? [])].map((fault) => `${tree}/${fault}`);

test('how names only events that still stand, and moves of the trail', async () => {
  let grounds = 0;
  let gone = 0;
  await fc.assert(
    fc.asyncProperty(dice, async (call) => {
      const session = await played(call);
      const { supporting, conflicting } = await how(kb, session);
      const stands = standing(session);
      const moves = await trail(kb, session);
      if (stands.size < session.events.length) gone += 1;
      for (const ground of [...supporting, ...conflicting]) {
        grounds += 1;
        for (const event of eventOf(ground)) expect([event, stands.has(event)]).toEqual([event, true]);
        if (ground.kind === 'move') expect(moves).toContain(ground.move);
      }
    }),
    { numRuns: calls },
  );
  expect(grounds).toBeGreaterThan(calls);
  expect(gone).toBeGreaterThan(calls / 3);
}, 300_000);

test('every fault of the tree has a why not, which never contradicts the trail', async () => {
  const verdicts = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(dice, async (call) => {
      const session = await played(call);
      const now = await situation(kb, session);
      const moves = await trail(kb, session);
      const { stillPossible } = await why(kb, session);
      for (const fault of faultsOf(now.tree)) {
        const found = await whyNot(kb, session, fault);
        verdicts.set(found.verdict, (verdicts.get(found.verdict) ?? 0) + 1);
        if (stillPossible.includes(fault)) expect(['possible', 'reached']).toContain(found.verdict);
        for (const ground of found.by) if (ground.kind === 'move') expect(moves).toContain(ground.move);
        const isHere = 'fault' in now && `${now.tree}/${now.fault}` === fault;
        if (isHere && now.type === 'isolated') expect(found.verdict).toBe('reached');
        if (now.type === 'fixed' && now.mended.includes(fault)) expect(found.verdict).toBe('reached');
        if (now.faults.get(fault) === 'ruled-out') expect(found).toMatchObject({ verdict: 'ruled-out' });
      }
    }),
    { numRuns: calls },
  );
  for (const verdict of ['possible', 'ruled-out', 'reached']) expect(verdicts.get(verdict)).toBeGreaterThan(calls / 10);
}, 300_000);

test('answers alone never lead to a fault that was said to be ruled out, nor to one that was not possible', async () => {
  let isolated = 0;
  await fc.assert(
    fc.asyncProperty(dice, fc.array(fc.nat({ max: 9999 }), { minLength: 15, maxLength: 25 }), async (call, replies) => {
      let session = await played(call);
      let now = await situation(kb, session);
      const { stillPossible } = await why(kb, session);
      const before = now;
      const seen = new Set<string>();
      for (const at of replies) {
        const stepped = await step(kb, session, reply(now, at));
        ({ session, situation: now } = stepped);
        if (now.type === 'isolated') seen.add(`${now.tree}/${now.fault}`);
      }
      // What a rule does on the way is not foreseen.
      const ruled = (await trail(kb, session)).some(({ reason }) => reason.kind === 'rule' && reason.to !== undefined);
      if (ruled) return;
      for (const fault of seen) {
        isolated += 1;
        if (before.type === 'isolated' && `${before.tree}/${before.fault}` === fault) continue;
        expect([fault, stillPossible.includes(fault)]).toEqual([fault, true]);
      }
    }),
    { numRuns: calls },
  );
  expect(isolated).toBeGreaterThan(calls / 5);
}, 300_000);

test('asking changes nothing, and every explanation is one sentence that names no id', async () => {
  let said = 0;
  await fc.assert(
    fc.asyncProperty(dice, async (call) => {
      const session = await played(call);
      const [before, now, moves] = [JSON.stringify(session), await situation(kb, session), await trail(kb, session)];
      const words = [
        whyInWords(kb, now, await why(kb, session)),
        howInWords(kb, now, await how(kb, session)),
        whatIfInWords(kb, now, await whatIfEach(kb, session)),
        missingInWords(kb, now, await missing(kb, session)),
      ];
      for (const fault of faultsOf(now.tree).slice(0, 3))
        words.push(whyNotInWords(kb, now, await whyNot(kb, session, fault)));
      expect(JSON.stringify(session)).toBe(before);
      expect(await situation(kb, session)).toEqual(now);
      expect(await trail(kb, session)).toEqual(moves);
      for (const { say } of words) {
        said += 1;
        // What authors wrote and is quoted can hold anything.
        const own = say.replace(/"[^"]*"/g, '');
        expect(own).not.toMatch(/undefined|\bnull\b|NaN|\[object|#\d|\w\/\w/);
        expect(say).toMatch(/^[A-Z].*\.$/s);
      }
    }),
    { numRuns: calls / 4 },
  );
  expect(said).toBeGreaterThan(calls);
}, 300_000);
