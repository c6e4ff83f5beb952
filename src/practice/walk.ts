import type { KnowledgeBase } from '../knowledge/index.js';
import type { FactValue } from '../rules/index.js';
import { type Asking, type Session, type Situation, situation, start, step } from '../session/index.js';
import { replyWords } from './reply-words.js';
import type { CallerReply, WayQuestion } from './scenario.js';
import { isCounted, standingReply } from './standing-reply.js';

/** A way through a tree, from its start to where the call ended. */
export interface Walked {
  readonly session: Session;
  readonly end: Situation;
  readonly way: readonly WayQuestion[];
}

/** A call that goes on longer than this is going in circles. */
const mostSteps = 300;

/**
 * Walks a tree with the replies that are given, every step being done.
 * @param told facts that are known from the beginning
 * @returns undefined where there is no reply, where one is refused, or where the walk does not end
 */
export async function walk(
  kb: KnowledgeBase,
  tree: string,
  told: ReadonlyMap<string, FactValue>,
  replyTo: (now: Asking) => CallerReply | undefined,
): Promise<Walked | undefined> {
  let session = start(kb, { tree });
  if (told.size > 0) session = (await step(kb, session, { tell: Object.fromEntries(told), source: 'caller' })).session;
  const way: WayQuestion[] = [];
  let now = await situation(kb, session);
  for (let steps = 0; steps < mostSteps; steps += 1) {
    if (now.type === 'fixed' || now.type === 'referred' || now.type === 'closed') return { session, end: now, way };
    let input: CallerReply | { readonly done: true } = { done: true };
    if (now.type === 'asking') {
      const reply = isCounted(now) ? replyTo(now) : standingReply(now);
      if (reply === undefined) return undefined;
      if (isCounted(now)) way.push(wayQuestion(now, reply));
      input = reply;
    }
    const stepped = await step(kb, session, input);
    if (stepped.refused !== undefined) return undefined;
    session = stepped.session;
    now = stepped.situation;
  }
  return undefined;
}

/** A question of a way as it is remembered. */
export function wayQuestion(now: Asking, reply: CallerReply): WayQuestion {
  const { question: key, ask, say = ask, fact, fault, answers, expects } = now;
  const given = 'answer' in reply ? reply.answer : undefined;
  return {
    key,
    others: expects === 'choices' ? [] : answers.flatMap(({ id }) => (id === given ? [] : [id])),
    ask,
    read: say,
    reply,
    words: replyWords(now, reply),
    ...(fact === undefined ? {} : { fact }),
    ...(fault === undefined ? {} : { fault }),
  };
}
