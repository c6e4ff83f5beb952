import { type Fact, type FactValue, type UnsureKind, withoutUndefined } from '../../knowledge/index.js';
import { asked, labelOf, type Move, type Question, type Source } from '../../session/index.js';
import { valueInWords } from '../placeholders.js';
import type { CallRead } from './call-read.js';

/** A fact that was found out in a call. */
export interface HandOverFact {
  readonly fact: string;
  readonly title: string;
  readonly value: FactValue;
  /** The value in words. */
  readonly words: string;
  /** Who or what said it; `rule` is what follows from other facts. */
  readonly source: Source;
  /** When, in ISO 8601. */
  readonly at?: string;
  /** It was so before something was done that can have changed it, and was not found out again. */
  readonly before?: true;
}

/** A question that is about no named fact, and its answer in words. */
export interface HandOverAnswer {
  readonly ask: string;
  readonly answer: string;
  /** What was answered to the same question before something was done, if that was different; the oldest first. */
  readonly earlier?: readonly string[];
}

/** Something that was asked, and is not known. */
export interface HandOverUnknown {
  readonly fact?: string;
  readonly ask: string;
  /** The way of not knowing; `skipped` where the agent left the question out. */
  readonly reason: UnsureKind | 'skipped';
  /** Why the agent left it out. */
  readonly why?: string;
}

/** What was found out in a call. */
export interface HandOverFound {
  readonly facts: readonly HandOverFact[];
  readonly answers: readonly HandOverAnswer[];
  readonly unknown: readonly HandOverUnknown[];
  /** Questions that were put off, and are open. */
  readonly put_off: readonly { readonly ask: string; readonly why: string }[];
}

/** What was found out, and what was asked and is not known. */
export function foundOf(call: CallRead): HandOverFound {
  const { now, text } = call;
  return {
    facts: [...factsNow(call), ...factsBefore(call)],
    answers: answersOf(call),
    unknown: unknownOf(call),
    put_off: now.postponed.map(({ ask, why }) => ({ ask: text(ask), why })),
  };
}

function factsNow({ kb, now }: CallRead): readonly HandOverFact[] {
  return [...now.facts].flatMap(([name, { value, source, at }]) => {
    const fact = kb.facts.get(name);
    return fact === undefined ? [] : [{ ...said(fact, value), source, ...withoutUndefined({ at }) }];
  });
}

function said(fact: Fact, value: FactValue): Pick<HandOverFact, 'fact' | 'title' | 'value' | 'words'> {
  // Of a list nothing can be chosen: that was said, too.
  const words = valueInWords(fact, value) || 'none';
  return { fact: fact.name, title: fact.title, value, words };
}

/** What was told and has faded since: the last that was said of each fact that is not known now. */
function factsBefore({ kb, now, moves, acts }: CallRead): readonly HandOverFact[] {
  const last = new Map<string, HandOverFact>();
  const add = (
    name: string | undefined,
    value: FactValue | undefined,
    source: Source,
    at: string | undefined,
  ): void => {
    const fact = kb.facts.get(name ?? '');
    if (fact === undefined || value === undefined || now.facts.has(fact.name)) return;
    last.set(fact.name, { ...said(fact, value), source, ...withoutUndefined({ at }), before: true });
  };
  for (const move of moves) {
    const { reason } = move;
    if (reason.kind !== 'answered' && reason.kind !== 'told') continue;
    const act = acts.find(({ event }) => event === reason.event)?.act;
    if (reason.kind === 'answered') add(askedFact(kb, move, reason.question), reason.value, 'caller', act?.at);
    else if (act !== undefined && 'tell' in act)
      for (const fact of reason.facts) add(fact, act.tell[fact], act.source, act.at);
  }
  return [...last.values()];
}

function askedFact(kb: CallRead['kb'], move: Move, question: Question): string | undefined {
  return isAboutTrouble(question) ? asked(kb, move, question).fact : undefined;
}

/** Whether a question finds something out about the trouble, and is not one about steps. */
function isAboutTrouble({ purpose }: Question): boolean {
  return purpose === 'node' || purpose === 'fact' || purpose === 'issue';
}

/** What a question is asked about, however often it is: its node, its fact or its issue. */
function subjectOf({ kb }: CallRead, move: Move, question: Question): string {
  const fact = askedFact(kb, move, question);
  return fact === undefined ? question.key.replace(/#.*$/, '') : `fact:${fact}`;
}

function answersOf(call: CallRead): readonly HandOverAnswer[] {
  const { kb, moves, text } = call;
  const all = new Map<string, { readonly ask: string; readonly answers: readonly string[] }>();
  for (const move of moves) {
    const { reason } = move;
    if (reason.kind !== 'answered' || !isAboutTrouble(reason.question)) continue;
    const { fact, ask, answers } = asked(kb, move, reason.question);
    if (fact !== undefined) continue;
    const subject = subjectOf(call, move, reason.question);
    const before = all.get(subject)?.answers ?? [];
    all.delete(subject);
    all.set(subject, { ask: text(ask), answers: [...before, labelOf(answers, reason.value)] });
  }
  return [...all.values()].map(({ ask, answers }) => {
    const answer = answers.at(-1) ?? '';
    const earlier = [...new Set(answers.filter((each) => each !== answer))];
    return earlier.length === 0 ? { ask, answer } : { ask, answer, earlier };
  });
}

function unknownOf(call: CallRead): readonly HandOverUnknown[] {
  const { kb, moves, now, text } = call;
  const last = new Map<string, HandOverUnknown>();
  for (const move of moves) {
    const { reason } = move;
    if (!('question' in reason) || reason.question === undefined || !isAboutTrouble(reason.question)) continue;
    const { question } = reason;
    const subject = subjectOf(call, move, question);
    last.delete(subject);
    if (reason.kind !== 'unsure' && reason.kind !== 'skipped') continue;
    const { fact, ask } = asked(kb, move, question);
    if (fact !== undefined && now.facts.has(fact)) continue;
    const how = reason.kind === 'unsure' ? { reason: reason.unsure } : { reason: 'skipped' as const, why: reason.why };
    last.set(subject, { ...withoutUndefined({ fact }), ask: text(ask), ...how });
  }
  return [...last.values()];
}
