import type { KnowledgeBase } from '../knowledge/index.js';
import { type Event, type Known, labelOf, type Recorded, recordOf, type Session, situation } from '../session/index.js';
import { valueInWords } from './placeholders.js';
import { moveInWords } from './trail-in-words.js';

/** One line of the record of a call. */
export interface RecordLine {
  /** When, in ISO 8601, if it is known. */
  readonly at?: string;
  readonly words: string;
}

/** Everything that happened in a call, in order, in words: also what was taken back or changed, and every remark. */
export async function recordInWords(kb: KnowledgeBase, session: Session): Promise<readonly RecordLine[]> {
  const { facts } = await situation(kb, session);
  return (await recordOf(kb, session)).flatMap((recorded) => {
    const { at } = recorded.event;
    const words = wordsOf(kb, facts, recorded);
    return words.map((line) => (at === undefined ? { words: line } : { at, words: line }));
  });
}

type Facts = ReadonlyMap<string, Known>;

function wordsOf(kb: KnowledgeBase, facts: Facts, recorded: Recorded): readonly string[] {
  const { event, moves, before } = recorded;
  const remark = remarkInWords(event);
  if (remark !== undefined) return [remark];
  const earlier = before === undefined ? '' : (moveInWords(kb, facts, before) ?? '');
  if ('back' in event) return [`Taken back: ${earlier}`];
  if ('tell' in event) return [`Told: ${toldInWords(kb, event.tell)}`, ...consequences(kb, facts, moves.slice(1))];
  if (moves.length === 0 && 'answer' in event) return [beforehand(kb, event)];
  const [own, ...others] = moves;
  const words = own && moveInWords(kb, facts, own);
  const first = words === undefined ? [] : [words];
  if ('revise' in event) return [`Changed: ${earlier}. Now: ${first.join(' ') || toldBy(kb, event)}`];
  return [...first, ...consequences(kb, facts, others)];
}

/** An answer that waits for its question. */
function beforehand(kb: KnowledgeBase, { question, answer }: Extract<Event, { answer: unknown }>): string {
  const [tree = '', node = ''] = (question.split('#')[0] ?? '').split('/');
  const asking = kb.trees.get(tree)?.nodes.get(node);
  if (asking?.kind !== 'ask' && asking?.kind !== 'check') return 'Answered before it was asked';
  return `Answered before it was asked: ${asking.ask} ${labelOf(asking.answers, answer)}`;
}

function toldBy(kb: KnowledgeBase, { to }: Extract<Event, { revise: number }>): string {
  return 'tell' in to ? toldInWords(kb, to.tell) : 'kept, but not asked on this way';
}

/** Of what followed by itself only what a person wants to know: rules, and what was known already. */
function consequences(kb: KnowledgeBase, facts: Facts, moves: Recorded['moves']): readonly string[] {
  return moves.flatMap((move) => moveInWords(kb, facts, move) ?? []);
}

function toldInWords(kb: KnowledgeBase, tell: Extract<Event, { tell: unknown }>['tell']): string {
  const told = Object.entries(tell).map(([name, value]) => {
    const fact = kb.facts.get(name);
    return fact === undefined ? `${name}: ${String(value)}` : `${fact.title}: ${valueInWords(fact, value)}`;
  });
  return told.join('; ');
}

function remarkInWords(event: Event): string | undefined {
  if ('note' in event) return `${event.agent === undefined ? 'Note' : `Note by ${event.agent}`}: ${event.note}`;
  if ('said' in event) return `The caller said: "${event.said}"`;
  if ('flag' in event) return `For the author: ${event.flag}`;
  if ('parked' in event) {
    const when = event.callBack === undefined ? '' : `, to call back at ${event.callBack}`;
    return `Broken off: ${event.parked}${when}`;
  }
  if ('resumed' in event) return event.resumed === '' ? 'Taken up again' : `Taken up again by ${event.resumed}`;
  if ('channel' in event) return `Now by ${event.channel === 'email' ? 'e-mail' : event.channel}`;
  if ('caller' in event) return `The caller is ${event.caller}`;
  if ('contact' in event) return `The caller is reached at ${event.contact}`;
  if ('account' in event) return `It is about the account ${event.account}`;
  if ('device' in event) return `It is about the device ${event.device}`;
  if ('promised' in event) return `Promised: ${event.promised}${event.by === undefined ? '' : `, by ${event.by}`}`;
  if ('abandoned' in event) return `Ended early: ${event.abandoned}`;
  if ('satisfaction' in event) return `How content the caller is: ${event.satisfaction} of 5`;
  return 'reopened' in event ? 'Gone on with another version of the knowledge base' : undefined;
}
