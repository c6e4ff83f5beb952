import type { KnowledgeBase, UnsureKind } from '../knowledge/index.js';
import { type Condition, type FactValue, type Foresight, foresee } from '../rules/index.js';
import { nodeAt, stepsAt } from './ask.js';
import { closesAfter, edgeOut, wayBack } from './follow.js';
import { type FaultStatus, isSettled, type Position } from './state.js';

/** A place that the call may come to, with what it would know there. */
export interface Standpoint extends Position {
  /** The visits it would be inside, outermost first. */
  readonly stack: readonly Position[];
  /** Known by then; undefined where it is known, but with a value that cannot be listed. */
  readonly facts: ReadonlyMap<string, FactValue | undefined>;
  readonly unknown: ReadonlyMap<string, UnsureKind>;
  readonly faults: ReadonlyMap<string, FaultStatus>;
}

/** Where the call would wait next: at a question of a node or the usual question of a fact, or for something else. */
export type NextStop =
  | { readonly standpoint: Standpoint; readonly asks: { readonly fact?: string } }
  | 'action'
  | 'end';

type Next = NextStop | Standpoint;

/** More moves than this without a stop is a circle. */
const mostMoves = 200;

/**
 * Where the call would wait next if it came to a place. Several where that depends on a value which cannot be listed.
 * It does what `settle` does, but with the facts that are taken for granted, and without rules.
 */
export function lookAhead(kb: KnowledgeBase, from: Standpoint): readonly NextStop[] {
  const found: NextStop[] = [];
  const standpoints: Standpoint[] = [from];
  for (const standpoint of standpoints) {
    if (standpoints.length > mostMoves) break;
    for (const next of nextOf(kb, standpoint)) {
      if (typeof next === 'object' && !('asks' in next)) standpoints.push(next);
      else found.push(next);
    }
  }
  return found;
}

/** Where the call would be after leaving a place along an edge; nothing where the tree has no such edge or the call would end. */
export function along(kb: KnowledgeBase, from: Standpoint, ...edge: EdgeName): Standpoint | undefined {
  const found = edgeOut(kb, from, ...edge);
  if (found === undefined) return undefined;
  const { to } = found;
  switch (to.kind) {
    case 'node':
      return { ...from, node: to.node };
    case 'tree': {
      const tree = kb.trees.get(to.tree);
      if (tree === undefined) return along(kb, from, 'then');
      const back = wayBack(from, tree.id);
      if (back !== undefined)
        return closesAfter(kb, back.visit)
          ? undefined
          : along(kb, { ...from, ...back.visit, stack: back.stack }, 'then');
      return { ...from, tree: tree.id, node: tree.start, stack: [...from.stack, { tree: from.tree, node: from.node }] };
    }
    case 'desk':
      return undefined;
    case 'end': {
      const back = from.stack.at(-1);
      return back && along(kb, { ...from, ...back, stack: from.stack.slice(0, -1) }, 'then');
    }
  }
}

type EdgeName = Parameters<typeof edgeOut> extends [unknown, unknown, ...infer Rest] ? Rest : never;

function nextOf(kb: KnowledgeBase, standpoint: Standpoint): readonly Next[] {
  const node = nodeAt(kb, standpoint);
  const go = (...edge: EdgeName): readonly Next[] => [along(kb, standpoint, ...edge) ?? 'end'];
  switch (node.kind) {
    case 'ask':
    case 'check': {
      const { fact } = node;
      if (fact === undefined) return [{ standpoint, asks: {} }];
      const value = standpoint.facts.get(fact);
      if (value !== undefined && edgeOut(kb, standpoint, 'answer', String(value)) !== undefined) {
        return go('answer', String(value));
      }
      if (value === undefined && standpoint.facts.has(fact)) return go('answer', '*');
      const unsure = standpoint.unknown.get(fact);
      return unsure === undefined ? [{ standpoint, asks: {} }] : go('unsure', unsure);
    }
    case 'decide':
      return branchesFrom(kb, standpoint, node.branches);
    case 'do':
      return stepsFrom(kb, standpoint, () => go('then'));
    case 'fault': {
      const status = standpoint.faults.get(`${standpoint.tree}/${node.fault}`);
      return isSettled(status) ? go('unsolved') : stepsFrom(kb, standpoint, () => ['action']);
    }
    case 'visit':
      return go('visit');
    case 'refer':
    case 'close':
      return go('then');
  }
}

const foresights = new WeakMap<object, Foresight>();

function foresightOf(kb: KnowledgeBase, condition: Condition): Foresight {
  let foresight = foresights.get(condition);
  if (foresight === undefined) {
    foresight = foresee(condition, kb.conditions);
    foresights.set(condition, foresight);
  }
  return foresight;
}

type Outlook = { readonly ask: string } | 'true' | 'maybe' | 'no';

/** What a condition comes to: the fact that has to be asked first, or whether it may hold. */
function judged(kb: KnowledgeBase, standpoint: Standpoint, condition: Condition): Outlook {
  const foresight = foresightOf(kb, condition);
  const verdict = foresight.verdict(standpoint.facts);
  if (verdict !== 'undetermined') return verdict === 'true' ? 'true' : 'no';
  const open = foresight.open(standpoint.facts);
  const ask = open.find(
    (fact) => !standpoint.unknown.has(fact) && !standpoint.facts.has(fact) && kb.facts.get(fact)?.ask !== undefined,
  );
  if (ask !== undefined) return { ask };
  return open.some((fact) => standpoint.facts.has(fact)) ? 'maybe' : 'no';
}

function branchesFrom(kb: KnowledgeBase, standpoint: Standpoint, branches: readonly Condition[]): readonly Next[] {
  const found: Next[] = [];
  for (const [index, condition] of branches.entries()) {
    const verdict = judged(kb, standpoint, condition);
    if (typeof verdict === 'object') return [...found, { standpoint, asks: { fact: verdict.ask } }];
    if (verdict === 'no') continue;
    found.push(along(kb, standpoint, 'branch', String(index)) ?? 'end');
    if (verdict === 'true') return found;
  }
  return [...found, along(kb, standpoint, 'otherwise') ?? 'end'];
}

function stepsFrom(kb: KnowledgeBase, standpoint: Standpoint, none: () => readonly Next[]): readonly Next[] {
  let applies = false;
  for (const { when } of stepsAt(kb, standpoint)) {
    const verdict = when === undefined ? 'true' : judged(kb, standpoint, when);
    if (typeof verdict === 'object') return [{ standpoint, asks: { fact: verdict.ask } }];
    applies ||= verdict !== 'no';
  }
  return applies ? ['action'] : none();
}
