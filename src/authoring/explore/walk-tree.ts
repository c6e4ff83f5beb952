import type { FactValue, KnowledgeBase, Tree } from '../../knowledge/index.js';
import {
  type Input,
  type Session,
  type Situation,
  type State,
  situation,
  start,
  stateOf,
  step,
} from '../../session/index.js';
import { beginningsOf } from './beginnings.js';
import type { Observer } from './observer.js';
import { placeAt } from './place-at.js';
import { possibleInputs } from './possible-inputs.js';
import { stateKeys } from './state-key.js';
import type { ValuesOfFact } from './values-of-fact.js';
import { waitingFor } from './waiting-for.js';
import { inputsTo, type Reached, type Transition, type Walk } from './walk.js';

/** An author writes fewer wordings of a question, or steps in one place, than this. */
const mostRepeated = 500;

/** What a walk needs to know beside its tree. */
export interface WalkOptions {
  /** How many states are looked at, at most. */
  readonly states: number;
  readonly valuesOf: (fact: string) => ValuesOfFact;
  /**
   * Whether to look closely: facts are told beforehand that the tree asks for itself, and inside a visit all counts that
   * the visited tree can read.
   */
  readonly closely?: boolean;
}

interface Waiting {
  readonly reached: Reached;
  readonly session: Session;
  readonly now: Situation;
  readonly state: State;
}

/**
 * Walks all calls that begin in a tree, breadth first and in written order, so that the inputs which lead to a state are
 * as few as can be. Two sessions whose states have the same key are one. The observer is told of every transition.
 */
export async function walkTree(kb: KnowledgeBase, tree: Tree, options: WalkOptions, observer: Observer): Promise<Walk> {
  const keyOf = stateKeys(kb, options.closely);
  const byKey = new Map<string, Reached>();
  const queue: Waiting[] = [];
  const states: Reached[] = [];
  const notReached = new Set<string>();
  let transitions = 0;
  const reach = (standing: Omit<Waiting, 'reached'>, inputs: readonly Input[], from?: Reached): Reached => {
    const key = keyOf(standing.state);
    const before = byKey.get(key);
    if (before !== undefined) return before;
    const came = from === undefined ? {} : { from };
    const reached: Reached = { id: states.length, waiting: waitingFor(standing.now), inputs, next: [], ...came };
    byKey.set(key, reached);
    states.push(reached);
    queue.push({ reached, ...standing });
    return reached;
  };

  const { given, told, all } = beginningsOf(kb, tree, options.valuesOf, options.closely);
  if (!all) notReached.add(`Not every combination of ${told.join(', ')} was told beforehand: there are too many.`);
  const beginnings: Reached[] = [];
  for (const facts of given) {
    const planned = Object.keys(facts).length === 0 ? [] : inputsTelling(tree, facts);
    await observer.guard(tree.id, tree.at, planned, async () => {
      let session = start(kb, { tree: tree.id });
      let now = await situation(kb, session);
      const first = await stateOf(kb, session);
      observer.moved({ tree: tree.id, after: first, inputs: [] });
      let state = first;
      const inputs: Input[] = [];
      for (const input of planned) {
        // What a rule has led elsewhere is not fetched back.
        if (state.overtaken) break;
        ({ session, situation: now } = await step(kb, session, input));
        state = await stateOf(kb, session);
        inputs.push(input);
      }
      observer.moved({ tree: tree.id, before: first, after: state, inputs });
      beginnings.push(reach({ session, now, state }, inputs));
    });
  }

  /** Takes an input in the call of a state. @returns whether it was taken. */
  const take = async (
    { reached, session, now, state }: Waiting,
    path: readonly Input[],
    input: Input,
  ): Promise<boolean> => {
    let after = await step(kb, session, input);
    const inputs: Input[] = [input];
    while (after.refused === undefined && isSameStill(now, after.situation, input) && inputs.length < mostRepeated) {
      inputs.push(input);
      after = await step(kb, after.session, input);
    }
    const events = [...path, ...inputs];
    if (after.refused !== undefined) {
      observer.refused(tree.id, state, events, after.refused);
      return false;
    }
    transitions += 1;
    const next = await stateOf(kb, after.session);
    observer.moved({ tree: tree.id, before: state, after: next, inputs: events });
    const to = reach({ session: after.session, now: after.situation, state: next }, inputs, reached);
    (reached.next as Transition[]).push({ inputs, to });
    return true;
  };

  let at = 0;
  for (; at < queue.length && at < options.states; at += 1) {
    const waiting = queue[at] as Waiting;
    // What led here is known by its inputs: the session itself is not needed again.
    delete (queue as unknown[])[at];
    const { reached, now, state } = waiting;
    const { inputs, answerable, all: tried } = possibleInputs(kb, now, options.valuesOf);
    if (!tried)
      notReached.add(`Not every combination of answers to "${now.tree}/${now.node}" was given: there are too many.`);
    const path = inputsTo(reached);
    let taken = 0;
    for (const input of inputs)
      await observer.guard(tree.id, placeAt(kb, state), [...path, input], async () => {
        taken += Number(await take(waiting, path, input));
      });
    if (inputs.length > 0 && (taken === 0 || !answerable)) observer.stuck(tree.id, state, path, answerable);
  }
  const left = states.length - at;
  if (left > 0)
    notReached.add(
      `${left} states, and all that follows from them, were not looked at: the bound is ${options.states} states.`,
    );
  return { tree: tree.id, states, beginnings, transitions, told, notReached: [...notReached] };
}

/**
 * What tells facts beforehand. A start that asks nothing is passed before anything can be told: then the call goes back to
 * it, as one comes that visits the tree with those facts known.
 */
function inputsTelling(tree: Tree, facts: Readonly<Record<string, FactValue>>): readonly Input[] {
  const tell: Input = { tell: facts, source: 'agent' };
  const kind = tree.nodes.get(tree.start)?.kind;
  return kind === 'ask' || kind === 'check' ? [tell] : [tell, { jump: `${tree.id}/${tree.start}` }];
}

/**
 * Whether an input is repeated: not understanding until the call moves, and the steps of one place to their end. All of
 * them are done or all are left out: one that is done makes facts stale, and more of them change nothing more.
 */
function isSameStill(before: Situation, after: Situation, input: Input): boolean {
  if ('confused' in input) return after.question === before.question;
  const isSteps = before.type === 'doing' && after.type === 'doing';
  return isSteps && after.tree === before.tree && after.node === before.node && after.index > before.index;
}
