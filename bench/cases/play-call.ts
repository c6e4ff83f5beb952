import {
  type Input,
  type KnowledgeBase,
  type Session,
  type Situation,
  situation,
  start,
  step,
} from '../../src/index.js';
import { choose, chooseByWeight } from './choose.js';
import { interjection } from './interjection.js';
import { beginningOfAll, placeholders } from './placeholders.js';
import { plausibleReply } from './reply.js';

/** How a call comes to its end: by itself, or before that. */
const ends = [
  ['by itself', 62],
  ['cut off', 5],
  ['parked', 7],
  ['parked and resumed', 6],
  ['referred', 9],
  ['abandoned', 8],
] as const;

/** More replies than these nobody gives in one call. */
const mostTurns = 40;

const day = 24 * 3_600_000;

/**
 * A plausible call in a tree, taken through `step`. It begins in the year 2000, and people and devices are placeholders.
 * Some calls are as they were when the machine failed.
 */
export async function playCall(kb: KnowledgeBase, tree: string, next: () => number): Promise<Session> {
  const call = callIn(kb, tree, next);
  await call.introduce();
  const end = chooseByWeight(ends, next);
  const last = end === 'by itself' ? mostTurns : 1 + Math.floor(next() * 9);
  for (let turn = 0; turn < last && !isOver(await call.now()); turn += 1) {
    if (next() < 0.2) await call.take(await interjection(kb, await call.now(), next), 6_000);
    await call.take(plausibleReply(await call.now(), next), 14_000);
  }
  if (!isOver(await call.now())) await leave(call, end, kb, next);
  else if (next() < 0.04) await another(call, kb, next);
  if ((await call.now()).type === 'referred' && next() < 0.3) await call.promise();
  if (isOver(await call.now()) && next() < 0.25) await call.take({ satisfaction: satisfaction(next) }, 5_000);
  return call.session();
}

interface Call {
  readonly session: () => Session;
  readonly now: () => Promise<Situation>;
  /** Hands in something that took about so many milliseconds; what is refused is left out. */
  readonly take: (input: Input, about: number) => Promise<void>;
  readonly introduce: () => Promise<void>;
  readonly promise: () => Promise<void>;
  /** Lets time pass in which nobody works on it. */
  readonly wait: (milliseconds: number) => void;
  /** A time from now, in ISO 8601. */
  readonly later: (milliseconds: number) => string;
}

function callIn(kb: KnowledgeBase, tree: string, next: () => number): Call {
  let clock = beginningOfAll;
  const symptom = choose(kb.trees.get(tree)?.symptoms ?? [''], next);
  let session = start(kb, {
    tree,
    at: new Date(clock).toISOString(),
    words: `${symptom}, ${placeholders.detail}`,
    agent: placeholders.agent,
    ...(next() < 0.6 ? { caller: placeholders.name } : {}),
    ...(next() < 0.15 ? { channel: next() < 0.7 ? ('chat' as const) : ('email' as const) } : {}),
  });
  const take = async (input: Input, about: number): Promise<void> => {
    const took = Math.round(about * Math.exp(0.8 * normal(next)));
    const stepped = await step(kb, session, input, { at: new Date(clock + took).toISOString(), took });
    if (stepped.refused !== undefined) return;
    clock += took;
    session = stepped.session;
  };
  const later = (milliseconds: number) => new Date(clock + milliseconds).toISOString();
  return {
    session: () => session,
    now: () => situation(kb, session),
    take,
    later,
    async introduce() {
      if (next() < 0.25) await take({ caller: placeholders.name }, 4_000);
      if (next() < 0.3) await take({ contact: placeholders.contact }, 6_000);
      if (next() < 0.3) await take({ account: placeholders.account }, 6_000);
      if (next() < 0.45) await take({ device: placeholders.device }, 8_000);
    },
    promise: () => take({ promised: 'Somebody calls back', by: later(Math.ceil(next() * 3) * day) }, 5_000),
    wait(milliseconds) {
      clock += milliseconds;
    },
  };
}

/** The call is left before its end, in one of the ways. */
async function leave(call: Call, end: (typeof ends)[number][0], kb: KnowledgeBase, next: () => number): Promise<void> {
  const why = choose(['the caller has a meeting', 'the caller is not at the device', 'a cable has to be bought'], next);
  switch (end) {
    case 'parked':
    case 'parked and resumed': {
      const callBack = next() < 0.8 ? { callBack: call.later(Math.ceil(next() * 4) * day) } : {};
      await call.take({ parked: why, agent: placeholders.agent, ...callBack }, 8_000);
      if (end === 'parked') return;
      call.wait(Math.round((0.1 + next() * 3) * day));
      await call.take({ resumed: next() < 0.5 ? placeholders.agent : placeholders.colleague }, 1_000);
      for (let turn = 0; turn < mostTurns && !isOver(await call.now()); turn += 1)
        await call.take(plausibleReply(await call.now(), next), 14_000);
      return;
    }
    case 'referred':
      return call.take({ refer: choose([...kb.desks.keys()], next), why: 'not to be done on the phone' }, 9_000);
    case 'abandoned':
      return call.take({ abandoned: choose(['the line broke', 'the caller lost patience', why], next) }, 5_000);
    default:
  }
}

/** Another problem of the same caller. */
async function another(call: Call, kb: KnowledgeBase, next: () => number): Promise<void> {
  await call.take({ problem: choose([...kb.trees.keys()], next), words: 'and another thing' }, 9_000);
  for (let turn = 0; turn < 8 && !isOver(await call.now()); turn += 1)
    await call.take(plausibleReply(await call.now(), next), 14_000);
}

function isOver({ type }: Situation): boolean {
  return type === 'fixed' || type === 'referred' || type === 'closed';
}

function satisfaction(next: () => number): number {
  return chooseByWeight(
    [5, 4, 3, 2, 1].map((grade, index) => [grade, 5 - index] as const),
    next,
  );
}

function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}
