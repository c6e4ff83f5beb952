import type { KnowledgeBase } from '../../knowledge/index.js';
import type { Condition } from '../../rules/index.js';
import { faultOf, nodeAt, treeAt } from '../ask.js';
import { judgeOf } from '../judges.js';
import type { Position } from '../state.js';
import type { View } from './view.js';

/** Something that is not known at a place, and the question that would ask it; no `ask` where no question does. */
export interface OpenPoint extends Position {
  readonly fact?: string;
  readonly ask?: string;
  /** The question as read aloud. */
  readonly say?: string;
}

/** What a call would still have to find out at a place: its question, the facts in its conditions, what a desk collects. */
export function questionsAt(kb: KnowledgeBase, view: View, place: Position): readonly OpenPoint[] {
  const { tree, node: id } = place;
  const node = nodeAt(kb, place);
  const about = (fact: string): OpenPoint => {
    const { ask, say } = kb.facts.get(fact) ?? {};
    return ask === undefined ? { tree, node: id, fact } : { tree, node: id, fact, ...question(ask, say) };
  };
  const named = (conditions: readonly Condition[], owner: object): readonly OpenPoint[] => {
    if (conditions.length === 0) return [];
    const judge = judgeOf(kb, owner, () => conditions);
    const open = conditions.flatMap((_, index) => judge.open(index, view.known));
    return [...new Set(open)].filter((fact) => !view.unknown.has(fact)).map(about);
  };
  switch (node.kind) {
    case 'ask':
    case 'check':
      if (node.fact === undefined) return [{ tree, node: id, ...question(node.ask, node.say) }];
      if (view.known.has(node.fact) || view.unknown.has(node.fact)) return [];
      return [{ tree, node: id, fact: node.fact, ...question(node.ask, node.say ?? kb.facts.get(node.fact)?.say) }];
    case 'decide':
      return named(node.branches, node);
    case 'do':
    case 'fault': {
      const steps = node.kind === 'do' ? node.steps : faultOf(treeAt(kb, place), node.fault).fix;
      return named(
        steps.flatMap(({ when }) => when ?? []),
        steps,
      );
    }
    case 'refer':
      return node.collect.filter((fact) => !view.known.has(fact)).map(about);
    default:
      return [];
  }
}

function question(ask: string, say: string | undefined): { readonly ask: string; readonly say?: string } {
  return say === undefined ? { ask } : { ask, say };
}
