import type { ChartEdge } from '../chart.js';
import { yesOrNo } from './chart-words.js';
import { freeName, nameOf } from './name-of.js';
import type { Plan } from './plan.js';

/** The names of a tree's nodes by the chart's node that each begins with, and the names that are still to be given. */
export interface TreeNames {
  readonly of: (chartNode: string) => string;
  /** Gives a name to a node that the chart does not have. */
  readonly extra: (name: string) => string;
}

/** Names every node: by the chart's own name where that is a word, else by its text. */
export function namesOf(plan: Plan): TreeNames {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const [id, { from }] of plan.nodes) {
    const own = /\p{L}{4,}/u.test(id) && !/^node\W*\w{0,3}$/i.test(id) ? nameOf(id) : undefined;
    names.set(id, freeName(own ?? nameOf(from[0]?.text ?? '') ?? nameOf(id) ?? 'node', taken));
  }
  return { of: (id) => names.get(id) ?? id, extra: (name) => freeName(name, taken) };
}

/** An answer of a question: what the tree calls it, and what the chart does. */
export interface PlannedAnswer {
  readonly id: string;
  /** Absent where the id says it. */
  readonly label?: string;
  readonly edge: ChartEdge;
  /** What an author has to do about it. */
  readonly toDo?: string;
}

/** The answers of a question, from what stands on its arrows. An arrow without words is a choice with a number. */
export function answersOf(out: readonly ChartEdge[]): readonly PlannedAnswer[] {
  const taken = new Set<string>();
  return out.map((edge, index) => {
    const { label } = edge;
    if (label === '') {
      const id = freeName(`choice-${index + 1}`, taken);
      return { id, label: `Choice ${index + 1}: (name it)`, edge, toDo: 'name this choice' };
    }
    const wanted = yesOrNo(label) ?? nameOf(label) ?? 'answer';
    const id = freeName(wanted, taken);
    const isSaid = new RegExp(`^${id}$`, 'i').test(label);
    const toDo = id === wanted ? {} : { toDo: 'this answer is there twice; tell the two apart' };
    return { id, ...(isSaid ? {} : { label }), edge, ...toDo };
  });
}
