import { expect } from '@jest/globals';
import fc from 'fast-check';
import {
  ahead,
  asked,
  type Event,
  type Fact,
  type Input,
  type KnowledgeBase,
  type Move,
  type Session,
  type Situation,
  situation,
  start,
  step,
  trail,
} from '../../src/index.js';

/** A call is a tree and a list of dice; each throw chooses among what can be done where the call then stands. */
export const dice = fc.record({
  tree: fc.nat(),
  throws: fc.array(fc.tuple(fc.nat({ max: 99 }), fc.nat({ max: 9999 })), { minLength: 1, maxLength: 40 }),
});

const unsure = ['dont-know', 'cant-check', 'not-applicable', 'declined'] as const;
/** One of a list, whatever the number. */
export const one = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

/** A reply that fits: an answer, or a way of not knowing. */
export function reply(now: Situation, at: number): Input {
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
export async function anyInput(
  kb: KnowledgeBase,
  session: Session,
  now: Situation,
  kind: number,
  at: number,
): Promise<Input> {
  const trees = [...kb.trees.keys()];
  if (kind > 81 && kind < 94 && now.away.length > 0) return { return: true };
  if (kind < 66) return reply(now, at);
  if (kind < 72) return { back: true };
  if (kind < 82) {
    const answered = (await trail(kb, session)).filter(({ reason }) => reason.kind === 'answered');
    const move = answered.length === 0 ? undefined : one(answered, at);
    if (move?.reason.kind !== 'answered') return { note: 'nothing to change' };
    const { key } = move.reason.question;
    return at % 5 === 0
      ? { revise: { node: key, unsure: 'dont-know' } }
      : { revise: { node: key, answer: one(anyValues(kb, move), at) } };
  }
  if (kind < 90) {
    // One fact, or two at once: what was told together can be corrected together.
    const facts = at % 3 === 0 ? [at, at + 1] : [at];
    return { tell: Object.fromEntries(facts.map((index) => told(one([...kb.facts.values()], index), at))) };
  }
  if (kind < 91) return { skip: 'no time' };
  if (kind < 92) return at % 2 === 0 ? { later: 'she is not at the desk' } : { confused: true };
  if (kind < 93) return { tried: at % 3 === 0 ? one([...kb.procedures.keys(), 'step'], at) : now.node };
  if (kind < 94) return { jump: one([...(kb.trees.get(now.tree)?.nodes.keys() ?? [])], at) };
  if (kind < 95) {
    if (now.problems.length > 1 && at % 2 === 0) return { problem: at % now.problems.length };
    return { problem: one(trees, at), words: 'and another thing' };
  }
  if (kind < 96) return { refer: one([...kb.desks.keys()], at) };
  if (kind < 97) {
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
    { contact: 'extension 17' },
    { account: 'smith-17' },
    { device: 'LAPTOP-0017' },
    { promised: 'a call back', by: '2026-11-30T14:00:00Z' },
    { abandoned: 'the line broke' },
    { satisfaction: 4 },
  ];
}

function told(fact: Fact, at: number): [string, unknown] {
  const value =
    fact.choices.length > 0 ? one(fact.choices, at).id : fact.type === 'number' ? 1 + (at % 20) : 'something';
  return [fact.name, fact.type === 'choices' ? [String(value)] : value];
}

/** Values that an answer could be changed to, fitting or not. */
export function anyValues(kb: KnowledgeBase, move: Move): readonly string[] {
  const node = kb.trees.get(move.tree)?.nodes.get(move.node);
  const ids = node !== undefined && 'answers' in node ? node.answers.map(({ id }) => id) : [];
  return [...ids, 'yes', 'no', 'partly', 'windows', 'macos', '11'];
}

/** The same with everything that makes a call wander as often as a reply, and with answers before their question. */
export async function wanderingInput(
  kb: KnowledgeBase,
  session: Session,
  now: Situation,
  kind: number,
  at: number,
): Promise<Input> {
  const trees = [...kb.trees.values()];
  if (kind < 50) return anyInput(kb, session, now, kind, at);
  if (kind < 60) {
    const tree = one(trees, at);
    const names = [
      ...kb.procedures.keys(),
      'step',
      now.node,
      ...[...tree.faults.keys()].map((id) => `${tree.id}/${id}`),
    ];
    return { tried: one(names, at) };
  }
  if (kind < 64)
    return {
      jump: one(
        trees.flatMap(({ id, nodes }) => [...nodes.keys()].map((node) => `${id}/${node}`)),
        at,
      ),
    };
  if (kind < 68) return { return: true };
  if (kind < 72) return at % 2 === 0 ? { problem: at % now.problems.length } : { problem: one(trees, at).id };
  if (kind < 80) return { later: 'not now' };
  if (kind < 82) return { confused: true };
  if (kind < 90) {
    const coming = await ahead(kb, session);
    if (coming.length === 0) return { note: 'nothing is ahead' };
    const question = one(coming, at);
    const early = { type: 'asking', ...asked(kb, question, question.question) } as Situation;
    return { ...reply(early, at), question: question.key } as Input;
  }
  return anyInput(kb, session, now, 66 + (at % 34), at);
}

/** A random call: the session after each throw, and at the end. */
export interface Played {
  readonly sessions: readonly Session[];
  readonly session: Session;
}

/** Plays the throws of the dice. What is refused has to change nothing. */
export async function playRandom(
  kb: KnowledgeBase,
  { tree, throws }: { readonly tree: number; readonly throws: readonly (readonly [number, number])[] },
  chosen: typeof anyInput = anyInput,
): Promise<Played> {
  let session = start(kb, { tree: one([...kb.trees.keys()], tree) });
  const sessions = [session];
  for (const [kind, at] of throws) {
    const stepped = await step(kb, session, await chosen(kb, session, await situation(kb, session), kind, at));
    if (stepped.refused !== undefined) expect(stepped.session).toBe(session);
    session = stepped.session;
    sessions.push(session);
  }
  return { sessions, session };
}

/** The acts that stand for themselves. */
const noReplies = ['jump', 'refer', 'return', 'problem', 'tried', 'confused'];
/** The events that change nothing. */
export const recorded = [
  'note',
  'said',
  'flag',
  'parked',
  'resumed',
  'channel',
  'caller',
  'contact',
  'account',
  'device',
  'promised',
  'abandoned',
  'satisfaction',
];

/** The acts that stand, read off the list of events alone: what was taken back is gone, what was changed is exchanged. */
export function standing(events: readonly Event[]): readonly Event[] {
  return standingAt(events).map(({ act }) => act);
}

/** The same, each with its place in the list. */
export function standingAt(events: readonly Event[]): readonly { readonly act: Event; readonly index: number }[] {
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
  return history.at(-1) ?? [];
}
