import {
  type FactValue,
  type Input,
  type KnowledgeBase,
  type Move,
  type Session,
  type Situation,
  situation,
  start,
  step,
  trail,
} from '../src/index.js';

/** One step of a call that was taken: what was said where, and the moves that followed. */
export interface TakenStep {
  readonly before: Session;
  readonly from: Situation;
  readonly input: Input;
  readonly moves: readonly Move[];
  readonly to: Situation;
}

const mostSteps = 200;

/**
 * Takes a call in a tree, and keeps every step. `reply` says what is answered; the call is left when it says nothing
 * or what it says is refused.
 */
export async function takeCall(
  kb: KnowledgeBase,
  tree: string,
  given: ReadonlyMap<string, FactValue>,
  reply: (now: Situation) => Input | undefined,
): Promise<readonly TakenStep[]> {
  let session = start(kb, { tree });
  if (given.size > 0) session = (await step(kb, session, { tell: Object.fromEntries(given) })).session;
  let now = await situation(kb, session);
  const steps: TakenStep[] = [];
  while (steps.length < mostSteps) {
    const input = reply(now);
    if (input === undefined) break;
    const earlier = await trail(kb, session);
    const stepped = await step(kb, session, input);
    if (stepped.refused !== undefined) break;
    const moves = (await trail(kb, stepped.session)).slice(earlier.length);
    steps.push({ before: session, from: now, input, moves, to: stepped.situation });
    session = stepped.session;
    now = stepped.situation;
  }
  return steps;
}
