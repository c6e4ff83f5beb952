import type { KnowledgeBase } from '../knowledge/index.js';
import { type Session, type Situation, situation, start, step } from '../session/index.js';
import { possibleReplies } from './possible-replies.js';
import type { Scenario, WayQuestion } from './scenario.js';
import { scenarioFromWalk } from './scenario-from-walk.js';
import { isCounted, standingReply } from './standing-reply.js';
import { wayQuestion } from './walk.js';

interface Place {
  readonly session: Session;
  readonly now: Situation;
  readonly way: readonly WayQuestion[];
}

/** How many calls are tried at most: a tree that branches further is not looked through to its last leaf. */
const mostCalls = 800;

/**
 * What can be wrong by the tree's own graph: one scenario for each fault and each end that a call can come to, with the
 * shortest way to it. It is looked for breadth-first, by taking calls.
 */
export async function scenariosFromGraph(kb: KnowledgeBase, tree: string): Promise<readonly Scenario[]> {
  const session = start(kb, { tree });
  const first = { session, now: await situation(kb, session), way: [] };
  const places: Place[] = [];
  const seen = new Set<string>();
  const found = new Map<string, Scenario>();
  const reach = async (place: Place): Promise<void> => {
    const stopped = await toNextQuestion(kb, place);
    if (stopped === undefined) return;
    const { session, now, way } = stopped;
    if (now.type === 'asking') {
      const key = stateOf(now);
      if (!seen.has(key)) places.push(stopped);
      seen.add(key);
    } else {
      const scenario = await scenarioFromWalk(kb, tree, { session, end: now, way }, new Map());
      const end = `${scenario.fault} ${scenario.ends} ${scenario.desk}`;
      if (!found.has(end)) found.set(end, scenario);
    }
  };
  await reach(first);
  let calls = 0;
  for (const { session: before, now, way } of places) {
    if (now.type !== 'asking') continue;
    for (const reply of possibleReplies(kb, now)) {
      calls += 1;
      if (calls > mostCalls) return [...found.values()];
      const stepped = await step(kb, before, reply);
      if (stepped.refused !== undefined) continue;
      await reach({ session: stepped.session, now: stepped.situation, way: [...way, wayQuestion(now, reply)] });
    }
  }
  return [...found.values()];
}

/** Does every step, and replies to what finds nothing out, up to the next question or the end. */
async function toNextQuestion(kb: KnowledgeBase, place: Place): Promise<Place | undefined> {
  let { session, now } = place;
  while (now.type === 'doing' || now.type === 'isolated' || (now.type === 'asking' && !isCounted(now))) {
    const stepped = await step(kb, session, now.type === 'asking' ? standingReply(now) : { done: true });
    if (stepped.refused !== undefined) return undefined;
    session = stepped.session;
    now = stepped.situation;
  }
  return { ...place, session, now };
}

/** Two calls that stand the same go on the same. */
function stateOf({ question, path, facts, faults }: Situation): string {
  const values = [...facts].map(([name, { value }]) => [name, value]).sort();
  return JSON.stringify([question, path, values, [...faults].sort()]);
}
