import type { KnowledgeBase } from '../../knowledge/index.js';
import { type Condition, factsOf, normalForm } from '../../rules/index.js';
import { nodeAt } from '../ask.js';
import type { Act } from '../event.js';
import type { Move } from '../state.js';

/** Something that speaks for or against where a call has come to. */
export type Ground =
  | { readonly kind: 'move'; readonly move: Move }
  /** A rule, and the facts that it is about. */
  | { readonly kind: 'rule'; readonly rule: string; readonly facts: readonly string[] }
  /** A reply that waits for a question which has not come up again; `event` is its index in the session's events. */
  | { readonly kind: 'aside'; readonly act: Act; readonly event: number };

/** The facts that conditions name, each once. */
export function factsNamed(kb: KnowledgeBase, conditions: readonly Condition[]): readonly string[] {
  return [...new Set(conditions.flatMap((each) => factsOf(normalForm(each, kb.conditions))))];
}

/** What lies behind the move at `index` of a trail: what was said that made it go this way, or the move itself. */
export function groundsOf(kb: KnowledgeBase, moves: readonly Move[], index: number): readonly Ground[] {
  const move = moves[index];
  if (move === undefined) return [];
  const { reason } = move;
  const itself: readonly Ground[] = [{ kind: 'move', move }];
  if (reason.kind === 'known' || reason.kind === 'known-unsure') {
    const origins = originsOf(kb, moves, index, [reason.fact]);
    return origins.length > 0 ? origins : itself;
  }
  if (reason.kind === 'decided') return originsOf(kb, moves, index, factsDecided(kb, move));
  return reason.kind === 'rule' ? ruleGrounds(kb, moves, index, reason.rule) : itself;
}

/** The facts that made a `decide` take its branch: those of this one, and of the ones before it that did not hold. */
function factsDecided(kb: KnowledgeBase, move: Move): readonly string[] {
  const node = nodeAt(kb, move);
  if (node.kind !== 'decide' || move.reason.kind !== 'decided') return [];
  const { branch } = move.reason;
  return factsNamed(kb, branch === 'otherwise' ? node.branches : node.branches.slice(0, branch + 1));
}

/** Where facts came from: the last move before `index` that told each of them, or the rule that set it. */
export function originsOf(
  kb: KnowledgeBase,
  moves: readonly Move[],
  index: number,
  facts: readonly string[],
): readonly Ground[] {
  return facts.flatMap((fact) => {
    for (let at = index - 1; at >= 0; at -= 1) {
      const move = moves[at] as Move;
      const { reason } = move;
      if (reason.kind === 'done' && kb.facts.get(fact)?.fades === true) return [];
      if (reason.kind === 'rule' && reason.set.includes(fact)) return ruleGrounds(kb, moves, at, reason.rule);
      if (tells(move, fact)) return [{ kind: 'move', move } as const];
    }
    return [];
  });
}

function ruleGrounds(kb: KnowledgeBase, moves: readonly Move[], index: number, id: string): readonly Ground[] {
  const rule = kb.rules.find((each) => each.id === id);
  const facts = rule === undefined ? [] : factsNamed(kb, [rule.when]);
  return [...originsOf(kb, moves, index, facts), { kind: 'rule', rule: id, facts }];
}

/** Whether a move told a fact, or said that it is not known. */
function tells({ reason }: Move, fact: string): boolean {
  if (reason.kind === 'told') return reason.facts.includes(fact);
  if (!('question' in reason) || reason.question === undefined) return false;
  return reason.question.key.startsWith(`fact:${fact}#`);
}

/** Each ground once, in the order in which it is first given. */
export function distinct(grounds: readonly Ground[]): readonly Ground[] {
  const keys = new Set<unknown>();
  return grounds.filter((ground) => {
    const key = ground.kind === 'move' ? ground.move : ground.kind === 'rule' ? ground.rule : ground.event;
    return !keys.has(key) && keys.add(key);
  });
}
