import type { KnowledgeBase, Overlay } from '../knowledge/index.js';
import type { Verdict } from '../rules/index.js';
import { nodeAt } from './ask.js';
import { judgeOf, verdictsOf } from './judges.js';
import { addressOf, type Draft, type Stop } from './state.js';

/**
 * The known issue that has to be asked about before the call goes on at `stop`: its days include that of the call, it
 * belongs to the tree or to the fault that was found, and its condition is not false. Each is asked about once.
 */
export async function issueToAsk(kb: KnowledgeBase, draft: Draft, stop: Stop): Promise<Overlay | undefined> {
  if (kb.overlays.size === 0 || draft.overtaken || stop.type === 'end') return undefined;
  for (const overlay of kb.overlays.values()) {
    if (draft.issues.has(overlay.id) || !isCurrent(overlay, draft.day)) continue;
    const scope = scopeOf(kb, draft, stop, overlay);
    if (scope === 'none') continue;
    const verdict = await verdictOf(kb, draft, overlay);
    if (verdict === 'true' || (verdict === 'undetermined' && scope === 'here')) return overlay;
  }
  return undefined;
}

/** Without a day nothing that has days is current: nobody knows whether it is over. */
function isCurrent({ from, until }: Overlay, day: string | undefined): boolean {
  if (from === undefined && until === undefined) return true;
  return day !== undefined && (from === undefined || from <= day) && (until === undefined || day <= until);
}

/** Whether an issue belongs here, could come up anywhere, or has nothing to do with where the call stands. */
function scopeOf(
  kb: KnowledgeBase,
  draft: Draft,
  stop: Stop,
  { trees, faults }: Overlay,
): 'here' | 'anywhere' | 'none' {
  if (trees.length === 0 && faults.length === 0) return 'anywhere';
  if (trees.includes(draft.tree) || draft.stack.some(({ tree }) => trees.includes(tree))) return 'here';
  const node = nodeAt(kb, draft);
  if (stop.type !== 'isolated' || node.kind !== 'fault') return 'none';
  return faults.includes(addressOf({ tree: draft.tree, node: node.fault })) ? 'here' : 'none';
}

async function verdictOf(kb: KnowledgeBase, draft: Draft, overlay: Overlay): Promise<Verdict> {
  const { when } = overlay;
  if (when === undefined) return 'true';
  const judge = judgeOf(kb, overlay, () => [when]);
  // Where nothing is known of what a condition names it cannot be settled: the engine need not be started for that.
  if (!judge.facts.some((fact) => draft.facts.has(fact))) return 'undetermined';
  return (await verdictsOf(judge, draft))[0] ?? 'undetermined';
}
