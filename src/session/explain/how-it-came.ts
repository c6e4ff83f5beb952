import type { Edge, KnowledgeBase } from '../../knowledge/index.js';
import { nodeAt, treeAt } from '../ask.js';
import type { Entry } from '../history.js';
import { type Move, movesOf, type State } from '../state.js';
import { distinct, type Ground, groundsOf } from './ground.js';
import { outlookFrom } from './outlook-from.js';
import { questionsAt } from './questions-at.js';
import { viewOf } from './view.js';

/** How a call came to where it stands. */
export interface Account {
  /** What it came to: a fault by its address, a desk, a known issue; without any of them it is still under way, or was closed. */
  readonly fault?: string;
  readonly desk?: string;
  /** The known issue that it turned out to be. */
  readonly issue?: string;
  /** Every move that bears on it: what was answered, known, told, done, tried, explained, and what rules set. */
  readonly moves: readonly Move[];
  /** What led here, and could have led elsewhere. */
  readonly supporting: readonly Ground[];
  /** What speaks against it, or is less sure than it looks. */
  readonly conflicting: readonly Ground[];
}

const bearing: ReadonlySet<string> = new Set([
  'answered',
  'unsure',
  'known',
  'known-unsure',
  'told',
  'done',
  'tried',
  'skipped',
  'explained',
  'rule',
]);

/** How the call came to where it stands. It names only what still stands: nothing that was taken back or changed. */
export async function howItCame(kb: KnowledgeBase, last: Entry): Promise<Account> {
  const { state } = last;
  const moves = movesOf(state.trail);
  const way = wayHere(moves, state);
  const fault = faultCameTo(
    kb,
    state,
    way.map((index) => moves[index] as Move),
  );
  const end = state.phase.at === 'end' ? state.phase.end : undefined;
  const supporting: Ground[] = [];
  const conflicting: Ground[] = [];
  for (const index of way) {
    const move = moves[index] as Move;
    if (breaks(move, state)) supporting.push(...groundsOf(kb, moves, index));
    else if (isFailed(move, fault)) conflicting.push({ kind: 'move', move });
    else if (isGuess(kb, move)) conflicting.push(...groundsOf(kb, moves, index));
    else if (couldLeadElsewhere(kb, move)) {
      const grounds = groundsOf(kb, moves, index);
      // Where the answer to a question was not known, no branch could be decided by it.
      for (const ground of grounds)
        (isUnknown(ground) && move.reason.kind === 'decided' ? conflicting : supporting).push(ground);
    }
  }
  if (fault !== undefined) {
    supporting.push(...rulesAbout(kb, state, moves, fault, 'suspect'));
    conflicting.push(...rulesAbout(kb, state, moves, fault, 'ruleOut'));
  }
  conflicting.push(...(await unfit(kb, state)));
  return {
    ...(fault === undefined ? {} : { fault }),
    ...(end?.type === 'referred' ? { desk: end.desk } : {}),
    ...(end?.type === 'closed' && end.issue !== undefined ? { issue: end.issue } : {}),
    moves: moves.filter(({ reason }) => bearing.has(reason.kind)),
    supporting: distinct(supporting),
    conflicting: distinct(conflicting),
  };
}

/**
 * The moves that led here, by their places in the trail. What came before a jump, or before a rule took the call
 * elsewhere, did not lead here: the jump did. After coming back, what led to the place that had been left counts again.
 */
function wayHere(moves: readonly Move[], state: State): readonly number[] {
  const way: number[] = [];
  for (let index = moves.length - 1; index >= 0; index -= 1) {
    const { reason } = moves[index] as Move;
    const left = reason.kind === 'came-back' ? 'jumped' : reason.kind === 'problem' ? 'problem' : undefined;
    const to = left === undefined || !('to' in reason) ? undefined : reason.to;
    const leaving = moves.findLastIndex(
      (move, at) => at < index && move.reason.kind === left && move.tree === to?.tree && move.node === to?.node,
    );
    if (leaving >= 0) {
      index = leaving;
      continue;
    }
    way.push(index);
    if (breaks(moves[index] as Move, state)) break;
  }
  return way.reverse();
}

/** Whether a move by itself brought the call to another place, or to its end. */
function breaks({ reason }: Move, { phase }: State): boolean {
  switch (reason.kind) {
    case 'jumped':
    case 'came-back':
    case 'problem':
    case 'referred':
      return true;
    case 'rule':
      return reason.to !== undefined;
    case 'answered':
      return reason.question.purpose === 'issue' && reason.value === 'yes' && phase.at === 'end';
    default:
      return false;
  }
}

/** The fault that is being explained or mended, or, when the call has ended well, the last that was mended. */
function faultCameTo(kb: KnowledgeBase, state: State, moves: readonly Move[]): string | undefined {
  if (state.phase.at !== 'end') {
    const node = nodeAt(kb, state);
    const address = node.kind === 'fault' ? `${state.tree}/${node.fault}` : undefined;
    // A rule can exclude a fault while its fix is being read: that speaks against it, and it is still what the call came to.
    return address !== undefined && state.faults.has(address) ? address : undefined;
  }
  if (state.phase.end.type !== 'fixed') return undefined;
  const mended = moves.findLast(({ edge }) => edge?.kind === 'solved');
  const node = mended && nodeAt(kb, mended);
  return node?.kind === 'fault' ? `${mended?.tree}/${node.fault}` : undefined;
}

function alternativesTo(kb: KnowledgeBase, move: Move): readonly Edge[] {
  const { edge } = move;
  if (edge === undefined) return [];
  const edges = treeAt(kb, move).edges.get(move.node) ?? [];
  const kinds = edge.kind === 'unsure' ? ['answer', 'unsure'] : edge.kind === 'answer' ? ['answer'] : undefined;
  return edges.filter(({ kind }) => kinds === undefined || kinds.includes(kind));
}

/** Whether another answer, branch or outcome would have taken another way. */
function couldLeadElsewhere(kb: KnowledgeBase, move: Move): boolean {
  const target = JSON.stringify(move.edge?.to);
  const { kind } = move.reason;
  if (kind === 'visited' || kind === 'inside' || kind === 'returned' || kind === 'ended' || kind === 'nothing-to-do')
    return false;
  return alternativesTo(kb, move).some(({ to }) => JSON.stringify(to) !== target);
}

/** Whether something that was not known was taken for an answer. */
function isGuess(kb: KnowledgeBase, move: Move): boolean {
  const node = nodeAt(kb, move);
  if (move.edge?.kind !== 'unsure' || (node.kind !== 'ask' && node.kind !== 'check')) return false;
  return Object.entries(node.unsure).some(([kind, policy]) => kind === move.edge?.label && policy.kind === 'treat-as');
}

function isUnknown(ground: Ground): boolean {
  return ground.kind === 'move' && ['unsure', 'skipped', 'postponed'].includes(ground.move.reason.kind);
}

/** Whether a fix of the fault itself was tried on this way, and did not help. */
function isFailed(move: Move, fault: string | undefined): boolean {
  const { reason, tree, edge } = move;
  if (reason.kind === 'already-tried') return `${tree}/${reason.fault}` === fault;
  const verified = 'question' in reason && reason.question?.purpose === 'verify' ? reason.question.fault : undefined;
  return verified !== undefined && `${tree}/${verified}` === fault && edge?.kind !== 'solved';
}

function rulesAbout(
  kb: KnowledgeBase,
  state: State,
  moves: readonly Move[],
  fault: string,
  what: 'suspect' | 'ruleOut',
): readonly Ground[] {
  const about = kb.rules.filter((rule) => rule[what].includes(fault) && state.fired.has(rule.id));
  return about.flatMap(({ id }) => {
    const fired = moves.findLastIndex(({ reason }) => reason.kind === 'rule' && reason.rule === id);
    return groundsOf(kb, moves, fired);
  });
}

/** Replies that wait for a question which does not come any more on the way that the call goes. */
async function unfit(kb: KnowledgeBase, state: State): Promise<readonly Ground[]> {
  if (state.aside.length === 0) return [];
  const { places } = await outlookFrom(kb, state);
  const view = viewOf(kb, state);
  const ahead = new Set(
    places.flatMap(({ place }) => [
      `${place.tree}/${place.node}`,
      ...questionsAt(kb, view, place).map(({ fact }) => `fact:${fact}`),
    ]),
  );
  return state.aside.flatMap(({ act, event }) => {
    if (!('answer' in act || 'unsure' in act)) return [];
    const place = act.question.replace(/#.*$/, '');
    return ahead.has(place) ? [] : [{ kind: 'aside', act, event } as const];
  });
}
