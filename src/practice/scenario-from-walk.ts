import type { KnowledgeBase } from '../knowledge/index.js';
import type { FactValue } from '../rules/index.js';
import { addressOf, faultAt, type Move, type Situation, trail } from '../session/index.js';
import type { Scenario } from './scenario.js';
import type { Walked } from './walk.js';

/** What is true at the caller's, by a walk that came to its end. `told` was known at its beginning. */
export async function scenarioFromWalk(
  kb: KnowledgeBase,
  tree: string,
  walked: Walked,
  told: ReadonlyMap<string, FactValue>,
  name?: string,
): Promise<Scenario> {
  const { session, end, way } = walked;
  const moves = await trail(kb, session);
  const found = moves.findLast(({ reason }) => reason.kind === 'explained');
  const fault = hiddenFault(end, found);
  const replied = way.flatMap(({ fact, reply }) =>
    fact === undefined || 'unsure' in reply ? [] : [[fact, reply.answer] as const],
  );
  // What was true first is what is true when the call begins: a fact that fades has another value only later.
  const facts = new Map([...replied.reverse(), ...told]);
  const { title = tree } = kb.trees.get(tree) ?? {};
  const faultName = fault === undefined ? undefined : faultAt(kb, fault)?.name;
  return {
    tree,
    name: name ?? faultName ?? title,
    words: title,
    ...(fault === undefined ? {} : { fault }),
    goal: end.type === 'fixed' && found !== undefined ? addressOf(found) : addressOf(end),
    ends: end.type === 'fixed' || end.type === 'referred' ? end.type : 'closed',
    ...(end.type === 'referred' ? { desk: end.desk } : {}),
    facts,
    opening: [...told.keys()],
    way,
  };
}

/**
 * The address of the fault that it was: the one that was mended, or else the one that was explained last. A call that
 * ends well was not about a fault that had been ruled out.
 */
function hiddenFault({ type, faults }: Situation, found: Move | undefined): string | undefined {
  const mended = [...faults].findLast(([, status]) => status === 'fixed')?.[0];
  if (mended !== undefined) return mended;
  const last = found?.reason.kind === 'explained' ? `${found.tree}/${found.reason.fault}` : undefined;
  return type === 'fixed' && last !== undefined && faults.get(last) === 'ruled-out' ? undefined : last;
}
