import type { KnowledgeBase, Rule } from '../knowledge/index.js';
import { goTo, judgeFault, learn, record, unchanged } from './draft.js';
import { judgeOf, rulesAbout, verdictsOf } from './judges.js';
import type { Draft, Position } from './state.js';

/**
 * Applies the rules about facts that have changed, and those that follow from what they set, by priority and then as
 * written. A rule acts once, when it becomes true; it never overwrites what is known. The first `go` wins.
 */
export async function applyRules(kb: KnowledgeBase, draft: Draft): Promise<void> {
  let destination: Position | undefined;
  while (draft.changed.size > 0) {
    const rules = rulesAbout(kb, draft.changed);
    draft.changed = unchanged;
    for (const rule of rules) {
      const [verdict] = await verdictsOf(
        judgeOf(kb, rule, () => [rule.when]),
        draft,
      );
      if (verdict !== 'true') {
        unfire(draft, rule);
      } else if (!draft.fired.has(rule.id)) {
        draft.fired = new Set(draft.fired).add(rule.id);
        destination ??= act(kb, draft, rule, destination === undefined);
      }
    }
  }
  if (destination !== undefined) {
    draft.stack = [];
    draft.overtaken = true;
    goTo(draft, destination);
  }
}

function unfire(draft: Draft, rule: Rule): void {
  if (!draft.fired.has(rule.id)) return;
  const fired = new Set(draft.fired);
  fired.delete(rule.id);
  draft.fired = fired;
}

function act(kb: KnowledgeBase, draft: Draft, rule: Rule, mayGo: boolean): Position | undefined {
  const to = mayGo && rule.go !== undefined && kb.trees.has(rule.go.tree) ? rule.go : undefined;
  const set = [...rule.set].filter(([fact]) => !draft.facts.has(fact));
  const facts = set.map(([fact]) => fact);
  const reason = { kind: 'rule', rule: rule.id, set: facts } as const;
  record(draft, to === undefined ? reason : { ...reason, to });
  for (const [fact, value] of set) learn(draft, fact, { value, source: 'rule', rule: rule.id });
  for (const fault of rule.suspect) if (!draft.faults.has(fault)) judgeFault(draft, fault, 'suspected');
  for (const fault of rule.ruleOut) {
    const status = draft.faults.get(fault);
    if (status === undefined || status === 'suspected' || status === 'isolated') judgeFault(draft, fault, 'ruled-out');
  }
  if (rule.warn !== undefined) draft.warnings = [...draft.warnings, rule.warn];
  return to;
}
