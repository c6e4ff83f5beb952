import type {
  Answer,
  AskNode,
  Fact,
  FactType,
  Fault,
  KnowledgeBase,
  Node,
  Step,
  UnsureKind,
} from '../knowledge/index.js';
import type { FactValue } from '../rules/index.js';
import { factOf, faultAt, faultOf, nodeAt, stepsAt, treeAt } from './ask.js';
import type { FaultStatus, Known, Position, Question, State } from './state.js';

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
}

/** A question is open. */
export interface Asking extends Standing {
  readonly type: 'asking';
  /** Whether it is the node's question, the usual question of a fact, or the verification of a fix. */
  readonly purpose: Question['purpose'];
  /** The fact it asks for, or the fault whose fix it verifies. */
  readonly fact?: string;
  readonly fault?: string;
  readonly ask: string;
  readonly say?: string;
  /** What to say when the caller does not understand: the first time, the second time, and so on. */
  readonly ifConfused?: readonly string[];
  readonly why?: string;
  readonly note?: string;
  /** What an answer is: one of `answers`, or a value of such a fact. */
  readonly expects: FactType;
  readonly unit?: string;
  /** Empty where any value of the type will do. */
  readonly answers: readonly Answer[];
}

/** Steps are being read aloud. */
export interface Doing extends Standing {
  readonly type: 'doing';
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
  readonly say?: string;
}

/** Where a session stands. Computed, never stored. */
export type Situation = Asking | Doing | Isolated | Fixed | Referred | Closed;

type AskedWords = Omit<Asking, keyof Standing | 'type'>;
type Particulars = Situation extends infer Each ? (Each extends Standing ? Omit<Each, keyof Standing> : never) : never;

/** What a state looks like from outside. */
export function situationOf(kb: KnowledgeBase, state: State): Situation {
  const { stop, tree, node, stack, facts, faults, warnings } = state;
  const standing: Standing = { tree, node, question: stop.key, path: stack, facts, faults, warnings, confused: 0 };
  // Not spread: every answer comes through here, and two spreads in one literal take V8 forty times as long.
  return Object.assign(standing, particulars(kb, state));
}

function particulars(kb: KnowledgeBase, state: State): Particulars {
  const { stop } = state;
  switch (stop.type) {
    case 'asking':
      return { type: 'asking', ...asked(kb, state, stop.question) };
    case 'doing':
      return doing(kb, state, stop);
    case 'isolated':
      return isolated(kb, state, stop.steps);
    case 'end':
      return ended(kb, state);
  }
}

/** What a question asks and how it can be answered. */
export function asked(kb: KnowledgeBase, at: Position, question: Question): AskedWords {
  switch (question.purpose) {
    case 'fact':
      return askedForFact(factOf(kb, question.fact), kb);
    case 'verify':
      return askedToVerify(faultOf(treeAt(kb, at), question.fault), kb);
    case 'node':
      return askedAtNode(nodeAt(kb, at) as AskNode, kb);
  }
}

const askedForFact = remembered((fact: Fact): AskedWords => {
  const { name, choices, type, unit, ask = name, say, ifConfused, why } = fact;
  const words = present({ ask, say, ifConfused, why, unit });
  return { purpose: 'fact', fact: name, ...words, expects: type, answers: choices };
});

const askedToVerify = remembered(({ id, name, verify }: Fault): AskedWords => {
  const { ask = name, say, ifConfused, answers = [] } = verify ?? {};
  return { purpose: 'verify', fault: id, ...present({ ask, say, ifConfused }), expects: 'choice', answers };
});

const askedAtNode = remembered((node: AskNode, kb: KnowledgeBase): AskedWords => {
  const fact = node.fact === undefined ? undefined : factOf(kb, node.fact);
  const words = present({
    fact: node.fact,
    ask: node.ask,
    say: node.say ?? fact?.say,
    ifConfused: node.ifConfused ?? fact?.ifConfused,
    why: node.why ?? fact?.why,
    note: node.note,
    unit: fact?.unit,
  });
  const answers = node.answers.length > 0 ? node.answers : (fact?.choices ?? []);
  return { purpose: 'node', ...words, expects: fact?.type ?? 'choice', answers };
});

const doingWords = remembered((node: Node) =>
  present({ fault: node.kind === 'fault' ? node.fault : undefined, why: node.why, note: node.note }),
);

function doing(
  kb: KnowledgeBase,
  state: State,
  stop: { readonly steps: readonly number[]; readonly index: number },
): Omit<Doing, keyof Standing> {
  const node = nodeAt(kb, state);
  const all = stepsAt(kb, state);
  const steps = stop.steps.map((step) => all[step] as Step);
  return { type: 'doing', steps, index: stop.index, ...doingWords(node, kb) };
}

const isolatedWords = remembered(({ id, name, cause, explain, caution, effort }: Fault) => {
  return { fault: id, name, cause, explain, ...present({ caution, effort }) };
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
    return { type: 'fixed', mended, prevent, ...present({ say: end.say }) };
  }
  if (end.type === 'closed') return { type: 'closed', ...present({ say: end.say }) };
  const node = nodeAt(kb, state);
  const planned = node.kind === 'refer' && node.desk === end.desk ? node : undefined;
  const collect = (planned?.collect ?? [])
    .filter((fact) => !state.facts.has(fact))
    .map((fact) => {
      const { title, ask = title, say } = factOf(kb, fact);
      return { fact, ask, ...present({ say }) };
    });
  const words = present({ say: planned?.say ?? kb.desks.get(end.desk)?.say, note: planned?.note });
  return { type: 'referred', desk: end.desk, because: end.because, collect, ...words };
}

type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The same object without the keys that are undefined. */
function present<T extends object>(values: T): Present<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<T>;
}

/** What follows from something in the knowledge base alone is worked out once: the knowledge base never changes. */
function remembered<Owner extends object, Result extends object>(
  make: (owner: Owner, kb: KnowledgeBase) => Result,
): (owner: Owner, kb: KnowledgeBase) => Result {
  const results = new WeakMap<Owner, Result>();
  return (owner, kb) => {
    let result = results.get(owner);
    if (result === undefined) {
      result = Object.freeze(make(owner, kb));
      results.set(owner, result);
    }
    return result;
  };
}

/** How a reply is labelled: the answer's own words, or the value itself. */
export function labelOf(answers: readonly Answer[], value: FactValue): string {
  const label = (each: string | number): string => answers.find((answer) => answer.id === each)?.label ?? String(each);
  return typeof value === 'object' ? value.map(label).join(', ') : label(value);
}

/** The ways of not knowing, in the order they are offered. */
export const unsureKinds: readonly UnsureKind[] = ['dont-know', 'cant-check', 'not-applicable', 'declined'];
