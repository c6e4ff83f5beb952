import type { KnowledgeBase } from '../../knowledge/index.js';
import { faultAt, nodeAt } from '../ask.js';
import type { Moment } from '../history.js';
import { type FaultStatus, type Move, movesOf, type State } from '../state.js';
import { distinct, factsNamed, type Ground, groundsOf, originsOf } from './ground.js';
import { type Ahead, lookAhead } from './look-ahead.js';
import { leadsTo, outlookFrom, outlooksLeft } from './outlook-from.js';
import { type OpenPoint, questionsAt } from './questions-at.js';
import { turnsOf } from './turns.js';
import { everyWay, type View, viewOf } from './view.js';

/** Why a fault is not what the call has come to. */
export interface WhyNot {
  readonly fault: string;
  /**
   * - reached: it is what the call came to - possible: it has not been asked yet - elsewhere: no way that the call has
   *   taken leads to it - ruled-out: by what `by` says
   */
  readonly verdict: 'reached' | 'possible' | 'elsewhere' | 'ruled-out';
  /** What is thought of it; absent when the call has not come to it. */
  readonly status?: FaultStatus;
  /** The moves that explained it, verified its fix, or passed it over. */
  readonly moves: readonly Move[];
  /** What ruled it out: answers, a rule, a fix that did not help. */
  readonly by: readonly Ground[];
  /** What has not been asked on a short way to it: from here, or from the start of its tree. */
  readonly open: readonly OpenPoint[];
}

const cameTo: ReadonlySet<FaultStatus | undefined> = new Set<FaultStatus | undefined>([
  'found',
  'fixed',
  'partly',
  'unverified',
]);

/** Why not a fault. @throws Error when the knowledge base does not hold the address, `tree/fault`. */
export async function whyNotFault(kb: KnowledgeBase, { last }: Moment, address: string): Promise<WhyNot> {
  if (faultAt(kb, address) === undefined) throw new Error(`There is no fault "${address}".`);
  const { state } = last;
  const status = state.faults.get(address);
  const moves = movesOf(state.trail);
  const about = { fault: address, ...(status === undefined ? {} : { status }), moves: moves.filter(isAbout(address)) };
  if (cameTo.has(status) || (status === 'isolated' && isHere(kb, state, address)))
    return { ...about, verdict: 'reached', by: [], open: [] };
  if (status === 'ruled-out') return { ...about, verdict: 'ruled-out', by: whatRuledOut(kb, moves, address), open: [] };
  const view = viewOf(kb, state);
  const outlooks = [await outlookFrom(kb, state), ...(await outlooksLeft(kb, state))];
  const way = outlooks.flatMap(({ faults }) => faults.get(address) ?? [])[0];
  if (way !== undefined) return { ...about, verdict: 'possible', by: [], open: openOn(kb, view, way) };
  const by = await whatTurnedAway(kb, last, view, address);
  if (by !== undefined) return { ...about, verdict: 'ruled-out', by, open: [] };
  const [tree = ''] = address.split('/');
  const start = kb.trees.get(tree)?.start ?? '';
  const there = (await lookAhead(kb, everyWay, { tree, node: start, stack: [] })).faults.get(address);
  return { ...about, verdict: 'elsewhere', by: [], open: there === undefined ? [] : openOn(kb, view, there) };
}

function isAbout(address: string): (move: Move) => boolean {
  return ({ tree, reason }) => {
    if (reason.kind === 'explained' || reason.kind === 'already-tried') return `${tree}/${reason.fault}` === address;
    return verifies(tree, reason) === address;
  };
}

function verifies(tree: string, reason: Move['reason']): string | undefined {
  if (!('question' in reason) || reason.question?.purpose !== 'verify') return undefined;
  return `${tree}/${reason.question.fault}`;
}

function isHere(kb: KnowledgeBase, state: State, address: string): boolean {
  const node = nodeAt(kb, state);
  return node.kind === 'fault' && `${state.tree}/${node.fault}` === address;
}

/** The fix that did not help, or the rule, whichever came last. */
function whatRuledOut(kb: KnowledgeBase, moves: readonly Move[], address: string): readonly Ground[] {
  const excludes = (id: string): boolean => kb.rules.find((rule) => rule.id === id)?.ruleOut.includes(address) === true;
  const at = moves.findLastIndex(
    ({ tree, reason }) => verifies(tree, reason) === address || (reason.kind === 'rule' && excludes(reason.rule)),
  );
  return distinct(groundsOf(kb, moves, at));
}

/** What took the call where nothing leads to the fault any more; undefined where nothing on its way ever did. */
async function whatTurnedAway(
  kb: KnowledgeBase,
  last: Moment['last'],
  view: View,
  address: string,
): Promise<readonly Ground[] | undefined> {
  const turns = turnsOf(kb, last);
  const moves = turns.map(({ move }) => move);
  const { state } = last;
  if (state.phase.at !== 'end' && (await leadsTo(kb, state, address)))
    return whatIsKnown(kb, state, view, moves, address);
  for (let index = turns.length - 1; index >= 0; index -= 1) {
    const turn = turns[index];
    if (turn === undefined || !(await leadsTo(kb, turn.from, address))) continue;
    const grounds = distinct(groundsOf(kb, moves, index));
    return grounds.length > 0 ? grounds : [{ kind: 'move', move: turn.move }];
  }
  return undefined;
}

/** The edges lead to the fault, but what is known closes the way: each fact without which it would be open. */
async function whatIsKnown(
  kb: KnowledgeBase,
  state: State,
  view: View,
  moves: readonly Move[],
  address: string,
): Promise<readonly Ground[]> {
  const facts = [...view.known.keys(), ...view.unknown.keys()];
  const closing: string[] = [];
  for (const fact of facts) {
    const open = { ...view, known: without(view.known, fact), unknown: without(view.unknown, fact) };
    if ((await lookAhead(kb, open, state)).faults.has(address)) closing.push(fact);
  }
  // Where no single fact does it, several together do.
  const named = closing.length > 0 ? closing : facts.filter((fact) => closes(kb, state, fact));
  return distinct(originsOf(kb, moves, moves.length, named));
}

function closes(kb: KnowledgeBase, state: State, fact: string): boolean {
  return [...(kb.trees.get(state.tree)?.nodes.values() ?? [])].some(
    (node) =>
      ('fact' in node && node.fact === fact) ||
      (node.kind === 'decide' && factsNamed(kb, node.branches).includes(fact)),
  );
}

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}

/** What is not known on the way to a place, first to last. */
function openOn(kb: KnowledgeBase, view: View, way: Ahead): readonly OpenPoint[] {
  const places: Ahead['place'][] = [];
  for (let ahead = way.before; ahead !== undefined; ahead = ahead.before) places.unshift(ahead.place);
  const seen = new Set<string>();
  return places
    .flatMap((place) => questionsAt(kb, view, place))
    .filter((point) => point.ask !== undefined && !seen.has(point.ask) && seen.add(point.ask));
}
