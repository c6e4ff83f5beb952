import type { Answer, KnowledgeBase, UnsureKind } from '../knowledge/index.js';
import { factOf, faultOf, nodeAt, treeAt } from './ask.js';
import { along, lookAhead, type NextStop, type Standpoint } from './look-ahead.js';
import type { Question } from './state.js';
import { unsureKinds } from './unsure-kinds.js';

/** A reply that a call may get on its way. Without either of the two: a value that cannot be listed. */
export interface Reply {
  /** The question it is a reply to. */
  readonly key: string;
  readonly answer?: string;
  readonly unsure?: UnsureKind;
}

/** A place at which the fix of a fault has been tried already. */
export function tried(standpoint: Standpoint, fault: string): Standpoint {
  return { ...standpoint, faults: new Map(standpoint.faults).set(`${standpoint.tree}/${fault}`, 'ruled-out') };
}

/** Where the call would wait next after leaving a place along an edge. */
export function leaving(
  kb: KnowledgeBase,
  from: Standpoint,
  ...edge: Parameters<typeof along> extends [unknown, unknown, ...infer Rest] ? Rest : never
): readonly NextStop[] {
  const to = along(kb, from, ...edge);
  return to === undefined ? ['end'] : lookAhead(kb, to);
}

/** A reply, and where it leads: to several stops where that depends on a value which cannot be listed. */
export interface Leads {
  readonly reply: Reply;
  readonly next: readonly NextStop[];
}

/** Every reply that a question can get, and where it leads. */
export function repliesTo(
  kb: KnowledgeBase,
  { key, question, standpoint }: { readonly key: string; readonly question: Question; readonly standpoint: Standpoint },
): readonly Leads[] {
  const unsure = (lead: (kind: UnsureKind) => readonly NextStop[]): readonly Leads[] =>
    unsureKinds.map((kind) => ({ reply: { key, unsure: kind }, next: lead(kind) }));
  const listed = (answers: readonly Answer[], lead: (id: string) => readonly NextStop[]): readonly Leads[] =>
    answers.map(({ id }) => ({ reply: { key, answer: id }, next: lead(id) }));
  const node = nodeAt(kb, standpoint);
  if (question.purpose === 'verify') {
    const { verify } = faultOf(treeAt(kb, standpoint), question.fault);
    const after = tried(standpoint, question.fault);
    const lead = (id: string): readonly NextStop[] =>
      leaving(kb, after, id === verify?.solved ? 'solved' : id === verify?.partly ? 'partly' : 'unsolved');
    return [...listed(verify?.answers ?? [], lead), ...unsure(() => leaving(kb, after, 'unsolved'))];
  }
  if (question.purpose === 'fact') {
    const { fact } = question;
    const { facts, unknown } = standpoint;
    const choices = choicesOf(kb, fact);
    const told = (value?: string): readonly NextStop[] =>
      lookAhead(kb, { ...standpoint, facts: new Map(facts).set(fact, value) });
    const values = choices.length > 0 ? listed(choices, told) : [{ reply: { key }, next: told() }];
    const untold = (kind: UnsureKind) => lookAhead(kb, { ...standpoint, unknown: new Map(unknown).set(fact, kind) });
    return [...values, ...unsure(untold)];
  }
  if (question.purpose !== 'node' || !('answers' in node)) {
    // A known issue that it is not.
    return [{ reply: { key, answer: 'no' }, next: lookAhead(kb, standpoint) }];
  }
  const { fact } = node;
  const answers = node.answers.length > 0 ? node.answers : fact === undefined ? [] : choicesOf(kb, fact);
  const answered = (id?: string): readonly NextStop[] => {
    const facts = fact === undefined ? standpoint.facts : new Map(standpoint.facts).set(fact, id);
    return leaving(kb, { ...standpoint, facts }, 'answer', id ?? '*');
  };
  const values = answers.length > 0 ? listed(answers, answered) : [{ reply: { key }, next: answered() }];
  const unanswered = (kind: UnsureKind): readonly NextStop[] => {
    const unknown = fact === undefined ? standpoint.unknown : new Map(standpoint.unknown).set(fact, kind);
    return leaving(kb, { ...standpoint, unknown }, 'unsure', kind);
  };
  return [...values, ...unsure(unanswered)];
}

/** The choices of a fact that takes one of them; several at once cannot be listed. */
function choicesOf(kb: KnowledgeBase, name: string): readonly Answer[] {
  const { type, choices } = factOf(kb, name);
  return type === 'choices' ? [] : choices;
}
