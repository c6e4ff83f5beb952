import type { Condition, KnowledgeBase } from '../../knowledge/index.js';
import { factsOf, normalForm } from '../../rules/index.js';

/** The facts that something depends on, and those that something can make known. */
export interface FactUses {
  readonly read: ReadonlySet<string>;
  readonly set: ReadonlySet<string>;
}

/** Where facts are read and made known: conditions, texts with {fact} in them, questions, rules and what desks ask for. */
export function factUses(kb: KnowledgeBase, texts: readonly { readonly text: string }[]): FactUses {
  const read = new Set<string>();
  const set = new Set<string>();
  const judged = (condition: Condition | undefined): void => {
    if (condition !== undefined) for (const fact of factsOf(normalForm(condition, kb.conditions))) read.add(fact);
  };
  for (const condition of kb.conditions.values()) judged(condition);
  for (const { when, set: facts } of kb.rules) {
    judged(when);
    for (const fact of facts.keys()) set.add(fact);
  }
  for (const { when } of kb.overlays.values()) judged(when);
  for (const tree of kb.trees.values()) {
    for (const node of tree.nodes.values()) {
      if (node.kind === 'decide') node.branches.forEach(judged);
      if (node.kind === 'do') for (const { when } of node.steps) judged(when);
      if (node.kind === 'refer') for (const fact of node.collect) read.add(fact);
      if ('fact' in node && node.fact !== undefined) set.add(node.fact);
    }
    for (const { fix } of tree.faults.values()) for (const { when } of fix) judged(when);
  }
  for (const { fact } of kb.nothingFits.ask) if (fact !== undefined) set.add(fact);
  for (const { text } of texts) for (const [, fact = ''] of text.matchAll(/\{([a-z0-9.-]+)\}/g)) read.add(fact);
  for (const { name, ask, hear } of kb.facts.values()) if (ask !== undefined || hear.length > 0) set.add(name);
  return { read, set };
}
