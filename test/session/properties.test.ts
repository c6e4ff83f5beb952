import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Event,
  type Fact,
  type Input,
  type KnowledgeBase,
  loadFolder,
  type Move,
  preview,
  type Session,
  type Situation,
  situation,
  start,
  step,
  trail,
} from '../../src/index.js';

let kb: KnowledgeBase;
let trees: readonly string[];

beforeAll(async () => {
  ({ knowledgeBase: kb } = await loadFolder('knowledge-base'));
  trees = [...kb.trees.keys()];
});

/** How many random calls each property takes on the shipped trees. */
const calls = 1000;

/** A call is a tree and a list of dice; each throw chooses among what can be done where the call then stands. */
const dice = fc.record({
  tree: fc.nat(),
  throws: fc.array(fc.tuple(fc.nat({ max: 99 }), fc.nat({ max: 9999 })), { minLength: 1, maxLength: 40 }),
});

const unsure = ['dont-know', 'cant-check', 'not-applicable', 'declined'] as const;
const one = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

/** A reply that fits: an answer, or a way of not knowing. */
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

/** Any event: mostly replies; also what was told, what was said, notes, skips, jumps, going back and changing. */
async function anyInput(session: Session, now: Situation, kind: number, at: number): Promise<Input> {
  if (kind < 66) return reply(now, at);
  if (kind < 72) return { back: true };
  if (kind < 82) {
    const answered = (await trail(kb, session)).filter(({ reason }) => reason.kind === 'answered');
    const move = answered.length === 0 ? undefined : one(answered, at);
    if (move?.reason.kind !== 'answered') return { note: 'nothing to change' };
    const { key } = move.reason.question;
    return at % 5 === 0
      ? { revise: { node: key, unsure: 'dont-know' } }
      : { revise: { node: key, answer: one(anyValues(move), at) } };
  }
  if (kind < 90) {
    // One fact, or two at once: what was told together can be corrected together.
    const facts = at % 3 === 0 ? [at, at + 1] : [at];
    return { tell: Object.fromEntries(facts.map((index) => told(one([...kb.facts.values()], index), at))) };
  }
  if (kind < 92) return { skip: 'no time' };
  if (kind < 93) return { tried: at % 3 === 0 ? one([...kb.procedures.keys(), 'step'], at) : now.node };
  if (kind < 94) {
    if (now.away.length > 0 && at % 2 === 0) return { return: true };
    return { jump: one([...(kb.trees.get(now.tree)?.nodes.keys() ?? [])], at) };
  }
  if (kind < 95) {
    if (now.problems.length > 1 && at % 2 === 0) return { problem: at % now.problems.length };
    return { problem: one(trees, at), words: 'and another thing' };
  }
  if (kind < 96) return { refer: one([...kb.desks.keys()], at) };
  if (kind < 97) return at % 2 === 0 ? { later: 'she is not at the desk' } : { confused: true };
  if (kind < 98) {
    const said = { said: 'it is the green one', offered: [now.tree, 'yes'], missed: ['green'] };
    return at % 2 === 0 ? said : { ...said, chose: 'yes', question: now.question };
  }
  return one(remarks(now), at);
}

/** What is only recorded. */
function remarks(now: Situation): readonly Input[] {
  return [
    { note: 'a note' },
    { flag: 'this step is unclear', question: now.question },
    { parked: 'the caller has to leave', callBack: '2026-11-30T14:00:00Z' },
    { resumed: 'Maria' },
    { channel: 'chat' },
    { caller: 'Mrs Smith' },
  ];
}

function told(fact: Fact, at: number): [string, unknown] {
  const value =
    fact.choices.length > 0 ? one(fact.choices, at).id : fact.type === 'number' ? 1 + (at % 20) : 'something';
  return [fact.name, fact.type === 'choices' ? [String(value)] : value];
}

function anyValues(move: Move): readonly string[] {
  const node = kb.trees.get(move.tree)?.nodes.get(move.node);
  const ids = node !== undefined && 'answers' in node ? node.answers.map(({ id }) => id) : [];
  return [...ids, 'yes', 'no', 'partly', 'windows', 'macos', '11'];
}

interface Played {
  readonly sessions: readonly Session[];
  readonly session: Session;
}

async function playRandom({
  tree,
  throws,
}: {
  readonly tree: number;
  readonly throws: readonly (readonly [number, number])[];
}): Promise<Played> {
  let session = start(kb, { tree: one(trees, tree) });
  const sessions = [session];
  for (const [kind, at] of throws) {
    const stepped = await step(kb, session, await anyInput(session, await situation(kb, session), kind, at));
    if (stepped.refused !== undefined) expect(stepped.session).toBe(session);
    session = stepped.session;
    sessions.push(session);
  }
  return { sessions, session };
}

/** The same session with nothing computed for it yet. */
const fresh = (session: Session): Session => JSON.parse(JSON.stringify(session));

const noReplies = ['jump', 'refer', 'return', 'problem', 'tried', 'confused'];
const recorded = ['note', 'said', 'flag', 'parked', 'resumed', 'channel', 'caller'];

/** The acts that stand, read off the list of events alone: what was taken back is gone, what was changed is exchanged. */
function standing(events: readonly Event[]): readonly Event[] {
  type Kept = { readonly act: Event; readonly index: number };
  const replyTo = ({ act }: Kept): unknown =>
    'question' in act && !noReplies.some((kind) => kind in act) ? act.question : act;
  const history: (readonly Kept[])[] = [[]];
  events.forEach((event, index) => {
    const now = history.at(-1) ?? [];
    if (recorded.some((kind) => kind in event)) return;
    if ('back' in event) history.pop();
    else if ('revise' in event) {
      const at = now.findIndex((kept) => kept.index === event.revise);
      const later = [{ act: event.to, index: event.revise }, ...now.slice(at + 1)];
      const newest = later.filter(
        (kept, place) => !later.slice(place + 1).some((each) => replyTo(each) === replyTo(kept)),
      );
      history.push([...now.slice(0, at), ...newest]);
    } else history.push([...now, { act: event, index }]);
  });
  return (history.at(-1) ?? []).map(({ act }) => act);
}

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
        const { session } = await playRandom(call);
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
        const { session } = await playRandom(call);
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
        const { session } = await playRandom(call);
        const before = await situation(kb, session);
        const input = await anyInput(session, before, kind, at);
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
        const { session } = await playRandom(call);
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
    expect(kept).toBeGreaterThan(calls / 80);
  }, 300_000);

  test('every step is an edge of the graph', async () => {
    let followed = 0;
    await fc.assert(
      fc.asyncProperty(dice, async (call) => {
        const { session } = await playRandom(call);
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
          if (edge.to.kind === 'tree') {
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
        const { session } = await playRandom(call);
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
        const { sessions } = await playRandom(call);
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
