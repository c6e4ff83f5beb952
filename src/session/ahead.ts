import type { AskNode, KnowledgeBase, UnsureKind } from '../knowledge/index.js';
import { factOf, nodeAt, replyTo } from './ask.js';
import { factKey, timesLeft } from './draft.js';
import type { NextStop, Standpoint } from './look-ahead.js';
import { leaving, type Reply, repliesTo, tried } from './replies-ahead.js';
import { addressOf, type Position, type Question, type State } from './state.js';

/** The replies to the question just before by which a question is reached. Both lists empty: by any reply that tells a value. */
export interface Way {
  /** The question just before. It need not be among those that can be asked ahead. */
  readonly key: string;
  readonly answers: readonly string[];
  readonly unsure: readonly UnsureKind[];
}

/** A question that can still come from where the call stands, and can be answered before it does. */
export interface Ahead extends Position {
  /** The key that it will have when the call comes to it. */
  readonly key: string;
  readonly question: Question;
  /** Independent: it comes whatever is answered before it. */
  readonly kind: 'independent' | 'dependent';
  /** Whether it can be asked while the caller waits for something else. */
  readonly meanwhile: boolean;
  /** How it is reached from the question before, a way for each such question; empty when none is asked before it. */
  readonly ways: readonly Way[];
  /** All replies on the first way to it, from here on. */
  readonly firstWay: readonly Reply[];
}

/** A question on the way, with the replies that have led to it. */
interface Visited {
  readonly key: string;
  readonly question: Question;
  readonly standpoint: Standpoint;
  readonly way: readonly Reply[];
  /** Whether it can be asked now already: not when steps that are still to be done may change the answer. */
  readonly hidden: boolean;
  /** The questions that its answers lead to; undefined for an action, or the end. */
  readonly next: (string | undefined)[];
}

/** How many questions, each once for every combination of the answers before it, are looked at. The nearest come first. */
const mostVisited = 400;

/**
 * The questions that can still come from where the call stands: along the edges of the tree and into the trees that it
 * visits, up to the next steps to be done on each way, nearest first. While steps are read, they are the questions after
 * these steps, and the verification of the fix is among them. What rules may change on the way is not foreseen.
 */
export function questionsAhead(kb: KnowledgeBase, state: State): readonly Ahead[] {
  const here = standpointOf(state);
  const { stop } = state;
  // The reply to a question that was put off changes the way the call has come.
  if (stop.type === 'end' || ('raised' in stop && stop.raised !== undefined)) return [];
  const visited = new Map<string, Visited>();
  const ways = new Map<string, Map<string, Way>>();
  const queue: Visited[] = [];

  const reach = (next: NextStop, way: readonly Reply[], action: boolean): string | undefined => {
    if (typeof next === 'string') return undefined;
    const { standpoint } = next;
    const [key, question] = questionAt(kb, state, next);
    return add({ key, question, standpoint, way, hidden: action && fades(kb, standpoint, question), next: [] });
  };
  const add = (found: Visited): string | undefined => {
    const { key, standpoint, way } = found;
    if (key === stop.key) return undefined;
    const last = way.at(-1);
    if (last !== undefined) addWay(ways, key, last);
    const { facts, unknown, tree, node, stack } = standpoint;
    const id = JSON.stringify([key, tree, node, stack, [...facts], [...unknown]]);
    if (visited.has(id)) return key;
    if (visited.size >= mostVisited) return undefined;
    visited.set(id, found);
    queue.push(found);
    return key;
  };

  const roots: (string | undefined)[] = [];
  let action = false;
  if (stop.type === 'asking' && !isAboutSteps(stop.question)) {
    const { key, question } = stop;
    for (const { reply, next } of repliesTo(kb, { key, question, standpoint: here })) {
      for (const each of next) {
        const to = reach(each, [reply], false);
        if (reply.unsure === undefined) roots.push(to);
      }
    }
  } else {
    action = true;
    const after = afterSteps(kb, state, here);
    if ('key' in after) roots.push(add({ ...after, way: [], hidden: false, next: [] }));
    else for (const each of after.next) roots.push(reach(each, [], true));
  }
  for (const found of queue) {
    const given = givenAside(kb, state, found);
    for (const { reply, next } of repliesTo(kb, found)) {
      if (given !== undefined && !(given.answer === reply.answer && given.unsure === reply.unsure)) continue;
      for (const each of next) {
        const to = reach(each, [...found.way, reply], action);
        if (reply.unsure === undefined || given !== undefined) found.next.push(to);
      }
    }
  }

  const all = [...visited.values()];
  const listed = new Map<string, Ahead>();
  for (const found of all) {
    const { key, question, standpoint, way, hidden } = found;
    if (hidden || listed.has(key) || givenAside(kb, state, found) !== undefined) continue;
    const { tree, node } = standpoint;
    listed.set(key, {
      tree,
      node,
      key,
      question,
      kind: comesAnyway(key, roots, all) ? 'independent' : 'dependent',
      meanwhile: isMeanwhile(kb, standpoint, question),
      ways: [...(ways.get(key)?.values() ?? [])],
      firstWay: way,
    });
  }
  return [...listed.values()];
}

function standpointOf({ tree, node, stack, facts, unknown, faults }: State): Standpoint {
  const known = new Map([...facts].map(([fact, { value }]) => [fact, value]));
  return { tree, node, stack, facts: known, unknown, faults };
}

/** Whether a question is about the steps at hand: what comes after it is what comes after them. */
function isAboutSteps({ purpose }: { readonly purpose: string }): boolean {
  return purpose === 'tried' || purpose === 'consent';
}

/** The question at which the call would stop, and its key. */
function questionAt(
  kb: KnowledgeBase,
  { trail }: State,
  { standpoint, asks }: Exclude<NextStop, string>,
): readonly [string, Question] {
  if (asks.fact !== undefined) {
    const key = factKey({ trail }, asks.fact);
    return [key, { purpose: 'fact', key, fact: asks.fact }];
  }
  const { tree, node } = standpoint;
  const { fact } = nodeAt(kb, standpoint) as AskNode;
  const key = fact === undefined ? `${tree}/${node}#${timesLeft({ trail, tree, node }) + 1}` : factKey({ trail }, fact);
  return [key, { purpose: 'node', key }];
}

function factAsked(kb: KnowledgeBase, at: Position, question: Question): string | undefined {
  if (question.purpose === 'fact') return question.fact;
  const node = nodeAt(kb, at);
  return question.purpose === 'node' && 'fact' in node ? node.fact : undefined;
}

function fades(kb: KnowledgeBase, at: Position, question: Question): boolean {
  const fact = factAsked(kb, at, question);
  return fact !== undefined && factOf(kb, fact).fades;
}

function isMeanwhile(kb: KnowledgeBase, at: Position, question: Question): boolean {
  const node = nodeAt(kb, at);
  return question.purpose === 'node' && 'meanwhile' in node && node.meanwhile && !fades(kb, at, question);
}

/** What comes after the steps at hand: the verification of a fix, or what follows. The facts that fade are forgotten. */
function afterSteps(
  kb: KnowledgeBase,
  state: State,
  here: Standpoint,
): Pick<Visited, 'key' | 'question' | 'standpoint'> | { readonly next: readonly NextStop[] } {
  const lasting = <Value>(known: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> =>
    new Map([...known].filter(([fact]) => kb.facts.get(fact)?.fades !== true));
  const standpoint: Standpoint = { ...here, facts: lasting(here.facts), unknown: lasting(here.unknown) };
  const node = nodeAt(kb, here);
  if (node.kind !== 'fault') return { next: leaving(kb, standpoint, 'then') };
  const steps = stepsOf(state);
  if (steps.length === 0) return { next: leaving(kb, tried(standpoint, node.fault), 'unsolved') };
  const key = `${addressOf(here)}#${timesLeft(state) + 1}:verify(${steps.join(',')})`;
  return { key, question: { purpose: 'verify', key, fault: node.fault }, standpoint };
}

function stepsOf({ stop, phase }: State): readonly number[] {
  if ('steps' in stop) return stop.steps;
  if (stop.type === 'asking' && stop.question.purpose === 'tried') return stop.question.steps;
  return 'steps' in phase ? phase.steps : [];
}

/** The reply to a question that was given before it came, if there is one that fits. */
function givenAside(kb: KnowledgeBase, { aside }: State, { key, question, standpoint }: Visited): Reply | undefined {
  for (const { act } of aside) {
    if (!('question' in act) || act.question !== key) continue;
    if ('unsure' in act) return { key, unsure: act.unsure };
    if ('skip' in act || 'later' in act) return { key, unsure: 'cant-check' };
    if (!('answer' in act) || !('value' in replyTo(kb, standpoint, question, act.answer))) continue;
    return typeof act.answer === 'string' ? { key, answer: act.answer } : { key };
  }
  return undefined;
}

function addWay(ways: Map<string, Map<string, Way>>, to: string, { key, answer, unsure }: Reply): void {
  const known = ways.get(to) ?? new Map<string, Way>();
  const way = known.get(key) ?? { key, answers: [], unsure: [] };
  const answers = answer === undefined || way.answers.includes(answer) ? way.answers : [...way.answers, answer];
  const kinds = unsure === undefined || way.unsure.includes(unsure) ? way.unsure : [...way.unsure, unsure];
  known.set(key, { key, answers, unsure: kinds });
  ways.set(to, known);
}

/** Whether every way from here comes to a question, as long as the questions on it are answered. */
function comesAnyway(key: string, roots: readonly (string | undefined)[], all: readonly Visited[]): boolean {
  const missing = (next: readonly (string | undefined)[]): boolean =>
    next.length === 0 || next.some((to) => to !== key && (to === undefined || avoids.has(to)));
  const avoids = new Set<string>();
  for (let size = -1; size !== avoids.size; ) {
    size = avoids.size;
    for (const each of all) if (each.key !== key && missing(each.next)) avoids.add(each.key);
  }
  return !missing(roots);
}
