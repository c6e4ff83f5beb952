import type { KnowledgeBase } from '../../knowledge/index.js';
import { type Input, reopen, type Situation, situation, start, step } from '../../session/index.js';
import { waysToEnds } from '../explore/index.js';

/** A way through a tree that no longer leads to where it led. */
export interface PathElsewhere {
  /** The tree in which the call begins. */
  readonly tree: string;
  readonly events: readonly Input[];
  /** What it comes to, in words: how it ends, what it finds, or what is asked. */
  readonly before: string;
  readonly after: string;
}

/**
 * The ways through some trees that end elsewhere in the version after: for each end and each fault of the version before
 * the shortest one, found by exploration, with the same replies. Another name of a node is no other end.
 * @param trees ids; those that the version before does not hold are passed over
 */
export async function pathsElsewhere(
  before: KnowledgeBase,
  after: KnowledgeBase,
  trees: Iterable<string>,
): Promise<readonly PathElsewhere[]> {
  const found: PathElsewhere[] = [];
  for (const id of new Set(trees)) {
    const tree = before.trees.get(id);
    if (tree === undefined) continue;
    for (const events of await waysToEnds(before, tree)) {
      let session = start(before, { tree: id });
      for (const event of events) ({ session } = await step(before, session, event));
      const was = comesTo(await situation(before, session));
      const is = after.trees.has(id) ? comesTo((await reopen(after, session)).situation) : 'the tree is gone';
      if (was !== is) found.push({ tree: id, events, before: was, after: is });
    }
  }
  return found;
}

function comesTo(now: Situation): string {
  switch (now.type) {
    case 'asking':
      return `asks "${now.ask}"`;
    case 'doing':
      return `reads "${now.steps[now.index]?.say}"`;
    case 'isolated':
      return `finds the fault ${now.tree}/${now.fault}`;
    case 'referred':
      return `is referred to ${now.desk}`;
    case 'fixed':
      return 'ends as fixed';
    default:
      return 'ends without being fixed';
  }
}
