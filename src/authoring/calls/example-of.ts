import type { CallAnswer, CallExample, CallHappening, CallReply, CallTurn } from '../../knowledge/index.js';
import type { FactValue } from '../../rules/index.js';
import type { Place } from '../../source/index.js';
import type { WrittenTurn } from './recorded-turns.js';

/** A call with the keys of a call file. */
export interface WrittenCall {
  readonly name: string;
  readonly words?: string;
  readonly found?: 'first' | 'among-three';
  readonly on?: string;
  readonly answers?: readonly WrittenTurn[];
  readonly ends?: 'fixed' | 'referred' | 'closed';
  readonly ends_at?: string;
  readonly fault?: string;
  readonly desk?: string;
}

const nowhere: Place = { file: '', line: 1, column: 1, endLine: 1, endColumn: 1 };

/** A recorded call as it is after reading: so that it can be run before it is written. */
export function exampleOf(tree: string, { answers = [], ends_at, ...call }: WrittenCall): CallExample {
  return {
    ...call,
    ...(ends_at === undefined ? {} : { endsAt: ends_at }),
    ...(call.words === undefined ? {} : { found: call.found ?? 'first' }),
    tree,
    given: new Map(),
    answers: answers.map(turnOf),
    neverAsked: [],
    at: nowhere,
    expected: new Map(),
  };
}

const happenings: readonly string[] = ['tell', 'jump', 'return', 'problem', 'tried', 'refer'];

function turnOf(turn: WrittenTurn): CallTurn {
  const [[name, value] = ['', '']] = Object.entries(turn);
  if (happenings.includes(name)) {
    const told = (value: (typeof turn)[string]): ReadonlyMap<string, FactValue> =>
      new Map((value as readonly Readonly<Record<string, FactValue>>[]).flatMap((each) => Object.entries(each)));
    const happens = name === 'tell' ? { tell: told(value) } : { [name]: value };
    return { happens: happens as CallHappening['happens'], at: nowhere };
  }
  const isKind = typeof value === 'object' && !Array.isArray(value);
  const reply = (isKind ? value : { answer: value }) as CallReply;
  return { question: name, reply, at: nowhere } satisfies CallAnswer;
}
