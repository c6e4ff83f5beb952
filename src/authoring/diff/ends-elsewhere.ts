import type { KnowledgeBase } from '../../knowledge/index.js';
import { reopen, type Session, type Situation } from '../../session/index.js';
import { runCall } from '../calls/index.js';
import type { Change } from './change.js';

/** The example calls of the version before that go another way in the version after, each with where it first turns. */
export async function callsElsewhere(before: KnowledgeBase, after: KnowledgeBase): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const example of before.calls) {
    if (!before.trees.has(example.tree)) continue;
    const about = { what: 'end', kind: 'changed', tree: example.tree, before: example.at } as const;
    const [was] = (await runCall(before, example)).differences;
    const [first] = (await runCall(after, example)).differences;
    // One that failed before tells nothing about the change.
    if (was === undefined && first !== undefined)
      changes.push({ ...about, message: `The example call "${example.name}" goes another way: ${first.message}` });
  }
  return changes;
}

/** Where a call stands in one version and in the other. */
export interface EndsElsewhere {
  /** Which of the sessions it is. */
  readonly index: number;
  readonly before: string;
  readonly after: string;
}

/** The calls among these that stand elsewhere in the version after, with the same replies. */
export async function sessionsElsewhere(
  before: KnowledgeBase,
  after: KnowledgeBase,
  sessions: readonly Session[],
): Promise<readonly EndsElsewhere[]> {
  const found: EndsElsewhere[] = [];
  for (const [index, session] of sessions.entries()) {
    if (!before.trees.has(session.tree)) continue;
    const old = standsAt((await reopen(before, session)).situation);
    const now = after.trees.has(session.tree) ? standsAt((await reopen(after, session)).situation) : 'the tree is gone';
    if (old !== now) found.push({ index, before: old, after: now });
  }
  return found;
}

function standsAt(now: Situation): string {
  const place = `${now.tree}/${now.node}`;
  switch (now.type) {
    case 'asking':
      return `asks at ${place}`;
    case 'doing':
      return `reads steps at ${place}`;
    case 'isolated':
      return `explains ${place}`;
    case 'referred':
      return `referred to ${now.desk}`;
    case 'fixed':
      return `fixed at ${place}`;
    default:
      return `${now.type} at ${place}`;
  }
}
