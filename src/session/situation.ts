import type { Answer, AskNode, FactType, KnowledgeBase, Step, UnsureKind } from '../knowledge/index.js';
import type { FactValue } from '../rules/index.js';
import { factOf, faultOf, nodeAt, treeAt } from './ask.js';
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
  readonly ifConfused?: string;
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

/** The words of an ask, without the keys that are absent. */
type Words = Pick<Asking, 'ask' | 'say' | 'ifConfused' | 'why' | 'note'>;

/** What a state looks like from outside. */
export function situationOf(kb: KnowledgeBase, state: State): Situation {
  const standing: Standing = {
    tree: state.tree,
    node: state.node,
    question: state.stop.key,
    path: state.stack,
    facts: state.facts,
    faults: state.faults,
    warnings: state.warnings,
  };
  const { stop } = state;
  if (stop.type === 'asking') return { ...standing, type: 'asking', ...asked(kb, state, stop.question) };
  if (stop.type === 'doing') return doing(kb, state, standing, stop);
  if (stop.type === 'isolated') return isolated(kb, state, standing, stop.steps);
  return ended(kb, state, standing);
}

/** What a question asks and how it can be answered. */
export function asked(kb: KnowledgeBase, at: Position, question: Question): Omit<Asking, keyof Standing | 'type'> {
  if (question.purpose === 'fact') {
    const { choices, type, unit, ask = question.fact, say, ifConfused, why } = factOf(kb, question.fact);
    return {
      purpose: 'fact',
      fact: question.fact,
      ...present({ ask, say, ifConfused, why, note: undefined, unit }),
      expects: type,
      answers: choices,
    };
  }
  if (question.purpose === 'verify') {
    const { verify, name } = faultOf(treeAt(kb, at), question.fault);
    const { ask = name, say, ifConfused } = verify ?? {};
    return {
      purpose: 'verify',
      fault: question.fault,
      ...present({ ask, say, ifConfused, why: undefined, note: undefined }),
      expects: 'choice',
      answers: verify?.answers ?? [],
    };
  }
  const node = nodeAt(kb, at) as AskNode;
  const fact = node.fact === undefined ? undefined : factOf(kb, node.fact);
  const words = present({
    ask: node.ask,
    say: node.say ?? fact?.say,
    ifConfused: node.ifConfused ?? fact?.ifConfused,
    why: node.why ?? fact?.why,
    note: node.note,
    unit: fact?.unit,
  });
  return {
    purpose: 'node',
    ...(node.fact === undefined ? {} : { fact: node.fact }),
    ...words,
    expects: fact?.type ?? 'choice',
    answers: node.answers.length > 0 ? node.answers : (fact?.choices ?? []),
  };
}

function doing(
  kb: KnowledgeBase,
  state: State,
  standing: Standing,
  stop: { readonly steps: readonly number[]; readonly index: number },
): Doing {
  const node = nodeAt(kb, state);
  const all = node.kind === 'fault' ? faultOf(treeAt(kb, state), node.fault).fix : node.kind === 'do' ? node.steps : [];
  const steps = stop.steps.map((step) => all[step] as Step);
  const words = present({ why: node.why, note: node.note });
  const fault = node.kind === 'fault' ? { fault: node.fault } : {};
  return { ...standing, type: 'doing', steps, index: stop.index, ...fault, ...words };
}

function isolated(kb: KnowledgeBase, state: State, standing: Standing, applies: readonly number[]): Isolated {
  const node = nodeAt(kb, state);
  if (node.kind !== 'fault') throw new Error(`"${state.tree}/${state.node}" is not a fault.`);
  const { id, name, cause, explain, caution, effort, fix } = faultOf(treeAt(kb, state), node.fault);
  const steps = applies.map((step) => fix[step] as Step);
  return {
    ...standing,
    type: 'isolated',
    fault: id,
    name,
    cause,
    explain,
    ...present({ caution, effort }),
    steps,
  };
}

function ended(kb: KnowledgeBase, state: State, standing: Standing): Fixed | Referred | Closed {
  if (state.phase.at !== 'end') throw new Error('The call has not ended.');
  const { end } = state.phase;
  if (end.type === 'fixed') {
    const mended = [...state.faults].filter(([, status]) => status === 'fixed').map(([address]) => address);
    const prevent = mended.flatMap((address) => {
      const [tree = '', fault = ''] = address.split('/');
      return kb.trees.get(tree)?.faults.get(fault)?.prevent ?? [];
    });
    return { ...standing, type: 'fixed', mended, prevent, ...present({ say: end.say }) };
  }
  if (end.type === 'closed') return { ...standing, type: 'closed', ...present({ say: end.say }) };
  const node = nodeAt(kb, state);
  const planned = node.kind === 'refer' && node.desk === end.desk ? node : undefined;
  const collect = (planned?.collect ?? [])
    .filter((fact) => !state.facts.has(fact))
    .map((fact) => {
      const { title, ask = title, say } = factOf(kb, fact);
      return { fact, ask, ...present({ say }) };
    });
  const words = present({ say: planned?.say ?? kb.desks.get(end.desk)?.say, note: planned?.note });
  return { ...standing, type: 'referred', desk: end.desk, because: end.because, collect, ...words };
}

type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The same object without the keys that are undefined. */
function present<T extends object>(values: T): Present<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<T>;
}

/** How a reply is labelled: the answer's own words, or the value itself. */
export function labelOf(answers: readonly Answer[], value: FactValue): string {
  const label = (each: string | number): string => answers.find((answer) => answer.id === each)?.label ?? String(each);
  return typeof value === 'object' ? value.map(label).join(', ') : label(value);
}

/** The ways of not knowing, in the order they are offered. */
export const unsureKinds: readonly UnsureKind[] = ['dont-know', 'cant-check', 'not-applicable', 'declined'];
export type { Words };
