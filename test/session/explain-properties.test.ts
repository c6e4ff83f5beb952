import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Ground,
  how,
  howInWords,
  type Input,
  type KnowledgeBase,
  loadFolder,
  missing,
  missingInWords,
  type Session,
  type Situation,
  situation,
  start,
  step,
  trail,
  whatIfEach,
  whatIfInWords,
  why,
  whyInWords,
  whyNot,
  whyNotInWords,
} from '../../src/index.js';

let kb: KnowledgeBase;
let trees: readonly string[];

beforeAll(async () => {
  ({ knowledgeBase: kb } = await loadFolder('knowledge-base'));
  trees = [...kb.trees.keys()];
});

const calls = 1000;

const dice = fc.record({
  tree: fc.nat(),
  throws: fc.array(fc.tuple(fc.nat({ max: 99 }), fc.nat({ max: 9999 })), { minLength: 1, maxLength: 30 }),
});

const unsure = ['dont-know', 'cant-check', 'not-applicable', 'declined'] as const;
const one = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

function reply(now: Situation, at: number): Input {
  if (now.type !== 'asking') return { done: true };
  if (at % 7 === 0) return { unsure: one(unsure, at) };
  const { answers, expects } = now;
  if (expects === 'choices') return { answer: [one(answers, at).id] };
  if (answers.length > 0) return { answer: one(answers, at).id };
  return {
    answer: { number: 1 + (at % 20), date: '2026-01-31', text: 'something', choice: '', 'yes-no': '' }[expects],
  };
}

/** Any event that changes something: mostly replies. */
async function anyInput(session: Session, now: Situation, kind: number, at: number): Promise<Input> {
  if (kind < 70) return reply(now, at);
  if (kind < 76) return { back: true };
  if (kind < 84) {
    const answered = (await trail(kb, session)).filter(({ reason }) => reason.kind === 'answered');
    const move = answered.length === 0 ? undefined : one(answered, at);
    if (move?.reason.kind !== 'answered') return { note: 'nothing to change' };
    return { revise: { node: move.reason.question.key, answer: one(['yes', 'no', 'on', 'windows', 'other'], at) } };
  }
  if (kind < 90) {
    const fact = one([...kb.facts.values()], at);
    const value = fact.choices.length > 0 ? one(fact.choices, at).id : 1 + (at % 20);
    return { tell: { [fact.name]: fact.type === 'choices' ? [value] : value } };
  }
  if (kind < 92) return { skip: 'no time' };
  if (kind < 94) return { tried: now.node };
  if (kind < 96) return { jump: one([...(kb.trees.get(now.tree)?.nodes.keys() ?? [])], at) };
  if (kind < 97) return { return: true };
  if (kind < 98) return { problem: one(trees, at) };
  return at % 2 === 0 ? { later: 'not now' } : { confused: true };
}

async function playRandom({
  tree,
  throws,
}: {
  readonly tree: number;
  readonly throws: readonly (readonly [number, number])[];
}): Promise<Session> {
  let session = start(kb, { tree: one(trees, tree) });
  for (const [kind, at] of throws) {
    session = (await step(kb, session, await anyInput(session, await situation(kb, session), kind, at))).session;
  }
  return session;
}

/** The indices of the events that still stand, read off the list alone. */
function standing(session: Session): ReadonlySet<number> {
  const remarks = ['note', 'said', 'flag', 'parked', 'resumed', 'channel', 'caller'];
  const history: (readonly number[])[] = [[]];
  session.events.forEach((event, index) => {
    if (remarks.some((kind) => kind in event)) return;
    if ('back' in event) history.pop();
    else if ('revise' in event) history.push(history.at(-1) ?? []);
    else history.push([...(history.at(-1) ?? []), index]);
  });
  return new Set(history.at(-1));
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
      const session = await playRandom(call);
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
      const session = await playRandom(call);
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
      let session = await playRandom(call);
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
      const session = await playRandom(call);
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
