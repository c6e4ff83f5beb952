import {
  type Answer,
  type Fault,
  type KnowledgeBase,
  type Node,
  type Step,
  withoutUndefined,
} from '../knowledge/index.js';
import type { FactValue } from '../rules/index.js';
import { questionsAhead } from './ahead.js';
import { factOf, faultAt, faultOf, nodeAt, stepsAt, treeAt } from './ask.js';
import { type AskedWords, asked } from './asked.js';
import { timesConfused } from './confused.js';
import { stillOpen } from './postponed.js';
import { remembered } from './remembered.js';
import {
  type End,
  type FaultStatus,
  type Known,
  openKey,
  type Position,
  type Postponed,
  type State,
  type Stop,
} from './state.js';

/** One of the problems of a call, by its number from 0. */
export interface ProblemStanding {
  readonly number: number;
  readonly tree: string;
  /** What the caller said about it when it was opened. */
  readonly words?: string;
  readonly state: 'current' | 'open' | End['type'];
  /** The desk it was referred to, and why. */
  readonly desk?: string;
  readonly because?: string;
  /** The known issue that it is. */
  readonly issue?: string;
}

/** A question that was put off, and is still open. */
export interface PostponedQuestion extends Position {
  /** What a reply to it belongs to. */
  readonly question: string;
  readonly ask: string;
  readonly why: string;
}

/** What holds wherever a session stands. */
interface Standing extends Position {
  /** What a reply belongs to. */
  readonly question: string;
  /** The visits the call is inside, outermost first. */
  readonly path: readonly Position[];
  readonly facts: ReadonlyMap<string, Known>;
  /** By address, `tree/fault`. */
  readonly faults: ReadonlyMap<string, FaultStatus>;
  /** What rules have warned of so far, oldest first. */
  readonly warnings: readonly string[];
  /** How often the caller has not understood what is open. */
  readonly confused: number;
  /** The problems of the call in the order in which they were opened; at the end of one another can still be open. */
  readonly problems: readonly ProblemStanding[];
  /** The questions that were put off. */
  readonly postponed: readonly PostponedQuestion[];
  /** Where the agent has jumped from, the last place last: where `return` leads. */
  readonly away: readonly Position[];
}

/** A question is open. */
export interface Asking extends Standing, AskedWords {
  readonly type: 'asking';
  /** Why it was put off before; the call has come to a conclusion that it can change. */
  readonly raised?: string;
}

/** A question that can be asked before it comes. */
export interface MeanwhileQuestion extends Position, AskedWords {
  /** What a reply to it belongs to. */
  readonly question: string;
}

/** Steps are being read aloud. */
export interface Doing extends Standing {
  readonly type: 'doing';
  /** What can be asked while the caller waits for the step to take effect; empty where there is nothing to wait for. */
  readonly meanwhile: readonly MeanwhileQuestion[];
  /** Those that apply, in order; `index` is the one to read now. */
  readonly steps: readonly Step[];
  readonly index: number;
  /** The fault that they mend. */
  readonly fault?: string;
  readonly why?: string;
  readonly note?: string;
}

/** A fault has been isolated: it is explained before its fix is read. */
export interface Isolated extends Standing {
  readonly type: 'isolated';
  readonly fault: string;
  readonly name: string;
  readonly cause: string;
  readonly explain: string;
  readonly caution?: string;
  readonly effort?: string;
  /** The steps of the fix that apply; empty when it cannot be mended on the phone. */
  readonly steps: readonly Step[];
}

/** The problem is solved. */
export interface Fixed extends Standing {
  readonly type: 'fixed';
  /** The addresses of the faults that were mended, in order. */
  readonly mended: readonly string[];
  readonly say?: string;
  /** How to keep it from coming back. */
  readonly prevent: readonly string[];
}

/** The call goes to a desk. */
export interface Referred extends Standing {
  readonly type: 'referred';
  readonly desk: string;
  readonly because: string;
  readonly say?: string;
  readonly note?: string;
  /** What the desk will ask for and is not known yet. */
  readonly collect: readonly { readonly fact: string; readonly ask: string; readonly say?: string }[];
}

/** The call ended without a solution. */
export interface Closed extends Standing {
  readonly type: 'closed';
  /** The known issue that it is. */
  readonly issue?: string;
  readonly say?: string;
}

/** Where a session stands. Computed, never stored. */
export type Situation = Asking | Doing | Isolated | Fixed | Referred | Closed;

type Particulars = Situation extends infer Each ? (Each extends Standing ? Omit<Each, keyof Standing> : never) : never;

/** What a state looks like from outside. */
export function situationOf(kb: KnowledgeBase, state: State): Situation {
  const { stop, stack, facts, faults, warnings } = state;
  const { tree, node } = placeOfStop(state);
  const standing: Standing = {
    tree,
    node,
    question: openKey(stop),
    path: stack,
    facts,
    faults,
    warnings,
    confused: timesConfused(state),
    problems: problemsOf(state),
    postponed: state.postponed.length === 0 ? none : stillOpen(kb, state).map((each) => postponedQuestion(kb, each)),
    away: state.away,
  };
  // Not spread: every answer comes through here, and two spreads in one literal take V8 forty times as long.
  const situation: Situation = Object.assign(standing, particulars(kb, state));
  if (isWaiting(situation)) lookedForWhenAsked(situation, () => meanwhile(kb, state));
  return situation;
}

function isWaiting(situation: Situation): situation is Doing {
  return situation.type === 'doing' && situation.steps[situation.index]?.wait !== undefined;
}

/** To look ahead takes long, and most callers of `step` never ask what can be asked meanwhile. */
function lookedForWhenAsked(situation: Doing, find: () => Doing['meanwhile']): void {
  let found: Doing['meanwhile'] | undefined;
  const get = (): Doing['meanwhile'] => {
    found ??= find();
    return found;
  };
  Object.defineProperty(situation, 'meanwhile', { enumerable: true, get });
}

const none: readonly never[] = [];

/** Where the question stands that is open: one that was put off stands elsewhere than the call. */
function placeOfStop({ stop, tree, node }: State): Position {
  return stop.type === 'asking' && stop.raised !== undefined ? stop.raised : { tree, node };
}

function postponedQuestion(kb: KnowledgeBase, { tree, node, question, why }: Postponed): PostponedQuestion {
  return { tree, node, question: question.key, ask: asked(kb, { tree, node }, question).ask, why };
}

function problemsOf(state: State): readonly ProblemStanding[] {
  return state.problems.map(({ tree, words, place }, number) => {
    const phase = number === state.problem ? state.phase : place?.phase;
    const now = number === state.problem ? 'current' : 'open';
    const standing = { number, tree, ...withoutUndefined({ words }) };
    return phase?.at === 'end' ? { ...standing, ...endOf(phase.end) } : { ...standing, state: now };
  });
}

function endOf(end: End): Pick<ProblemStanding, 'state' | 'desk' | 'because' | 'issue'> {
  if (end.type === 'referred') return { state: end.type, desk: end.desk, because: end.because };
  return { state: end.type, ...(end.type === 'closed' ? withoutUndefined({ issue: end.issue }) : {}) };
}

function askedNow(kb: KnowledgeBase, state: State, stop: Extract<Stop, { type: 'asking' }>): Particulars {
  const words = asked(kb, placeOfStop(state), stop.question);
  return { type: 'asking', ...words, ...withoutUndefined({ raised: stop.raised?.why }) };
}

function particulars(kb: KnowledgeBase, state: State): Particulars {
  const { stop } = state;
  switch (stop.type) {
    case 'asking':
      return askedNow(kb, state, stop);
    case 'doing':
      return doing(kb, state, stop);
    case 'isolated':
      return isolated(kb, state, stop.steps);
    case 'end':
      return ended(kb, state);
  }
}

const doingWords = remembered((node: Node) =>
  withoutUndefined({ fault: node.kind === 'fault' ? node.fault : undefined, why: node.why, note: node.note }),
);

function doing(
  kb: KnowledgeBase,
  state: State,
  stop: { readonly steps: readonly number[]; readonly index: number },
): Omit<Doing, keyof Standing> {
  const node = nodeAt(kb, state);
  const all = stepsAt(kb, state);
  const steps = stop.steps.map((step) => all[step] as Step);
  return { type: 'doing', meanwhile: none, steps, index: stop.index, ...doingWords(node, kb) };
}

function meanwhile(kb: KnowledgeBase, state: State): readonly MeanwhileQuestion[] {
  return questionsAhead(kb, state)
    .filter((ahead) => ahead.meanwhile)
    .map(({ tree, node, key, question }) => ({ tree, node, question: key, ...asked(kb, { tree, node }, question) }));
}

const isolatedWords = remembered(({ id, name, cause, explain, caution, effort }: Fault) => {
  return { fault: id, name, cause, explain, ...withoutUndefined({ caution, effort }) };
});

function isolated(kb: KnowledgeBase, state: State, applies: readonly number[]): Omit<Isolated, keyof Standing> {
  const node = nodeAt(kb, state);
  if (node.kind !== 'fault') throw new Error(`"${state.tree}/${state.node}" is not a fault.`);
  const fault = faultOf(treeAt(kb, state), node.fault);
  const steps = applies.map((step) => fault.fix[step] as Step);
  return { type: 'isolated', steps, ...isolatedWords(fault, kb) };
}

function ended(kb: KnowledgeBase, state: State): Particulars {
  if (state.phase.at !== 'end') throw new Error('The call has not ended.');
  const { end } = state.phase;
  if (end.type === 'fixed') {
    const mended = [...state.faults].filter(([, status]) => status === 'fixed').map(([address]) => address);
    const prevent = mended.flatMap((address) => faultAt(kb, address)?.prevent ?? []);
    return { type: 'fixed', mended, prevent, ...withoutUndefined({ say: end.say }) };
  }
  if (end.type === 'closed') return { type: 'closed', ...withoutUndefined({ say: end.say, issue: end.issue }) };
  const node = nodeAt(kb, state);
  const planned = node.kind === 'refer' && node.desk === end.desk ? node : undefined;
  const collect = (planned?.collect ?? [])
    .filter((fact) => !state.facts.has(fact))
    .map((fact) => {
      const { title, ask = title, say } = factOf(kb, fact);
      return { fact, ask, ...withoutUndefined({ say }) };
    });
  const words = withoutUndefined({ say: planned?.say ?? kb.desks.get(end.desk)?.say, note: planned?.note });
  return { type: 'referred', desk: end.desk, because: end.because, collect, ...words };
}

/** How a reply is labelled: the answer's own words, or the value itself. */
export function labelOf(answers: readonly Answer[], value: FactValue): string {
  const label = (each: string | number): string => answers.find((answer) => answer.id === each)?.label ?? String(each);
  return typeof value === 'object' ? value.map(label).join(', ') : label(value);
}
