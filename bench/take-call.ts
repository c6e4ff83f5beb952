import {
  type FactValue,
  type Input,
  type KnowledgeBase,
  type Session,
  type Situation,
  situation,
  start,
  step,
  trail,
} from '../src/index.js';
import type { PlainEdge } from './plain-edges.js';
import { edgeOfStep } from './plain-edges.js';
import { type SortOfStep, sortOfStep } from './sort-of-step.js';

/**
 * A call that was taken: what was said, one step after the other. Nothing else is kept of it, so that the collector
 * finds the memory as it is in use: V8 learns from what is kept.
 */
export interface TakenCall {
  readonly tree: string;
  readonly given: ReadonlyMap<string, FactValue>;
  readonly steps: readonly TakenStep[];
}

/** One step of a call: what was said, what it made the engine do, and for a plain one the edge it went along. */
export interface TakenStep {
  readonly input: Input;
  readonly sort: SortOfStep;
  readonly edge?: PlainEdge;
}

const mostSteps = 200;

/**
 * Takes a call in a tree. `reply` says what is answered; the call is left when it says nothing or what it says is
 * refused.
 */
export async function takeCall(
  kb: KnowledgeBase,
  tree: string,
  given: ReadonlyMap<string, FactValue>,
  reply: (now: Situation) => Input | undefined,
): Promise<TakenCall> {
  let session = await begun(kb, { tree, given });
  let now = await situation(kb, session);
  const steps: TakenStep[] = [];
  while (steps.length < mostSteps) {
    const input = reply(now);
    if (input === undefined) break;
    const earlier = await trail(kb, session);
    const stepped = await step(kb, session, input);
    if (stepped.refused !== undefined) break;
    const moves = (await trail(kb, stepped.session)).slice(earlier.length);
    const sort = sortOfStep(kb, { from: now, input, moves, to: stepped.situation });
    steps.push(sort === 'plain' ? { input, sort, edge: edgeOfStep(moves) } : { input, sort });
    session = stepped.session;
    now = stepped.situation;
  }
  return { tree, given, steps };
}

/** The session of a call before its first step. */
export async function begun(kb: KnowledgeBase, { tree, given }: Pick<TakenCall, 'tree' | 'given'>): Promise<Session> {
  const session = start(kb, { tree });
  return given.size === 0 ? session : (await step(kb, session, { tell: Object.fromEntries(given) })).session;
}

/** The calls with only their first steps, as long as these are plain. Those that do not begin so are left out. */
export function plainBeginnings(calls: readonly TakenCall[]): readonly TakenCall[] {
  return calls.flatMap((call) => {
    const end = call.steps.findIndex(({ sort }) => sort !== 'plain');
    const steps = end === -1 ? call.steps : call.steps.slice(0, end);
    return steps.length === 0 ? [] : [{ ...call, steps }];
  });
}

/** The edges along which plain steps of calls went, in order. */
export function edgesOf(calls: readonly TakenCall[]): readonly PlainEdge[] {
  return calls.flatMap(({ steps }) => steps.flatMap(({ edge }) => edge ?? []));
}
