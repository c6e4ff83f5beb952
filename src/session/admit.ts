import { factValue, type KnowledgeBase } from '../knowledge/index.js';
import type { FactValue } from '../rules/index.js';
import { replyTo } from './ask.js';
import type { Act, Event, Input, Revision, Source } from './event.js';
import { type Entry, entryOf, type Moment } from './history.js';
import { positionOf, triable } from './perform.js';
import { unsureKinds } from './situation.js';
import { type Move, movesOf, type State } from './state.js';

/** What an input becomes: events to append, or one sentence that says why it cannot be taken. */
export type Admitted = { readonly events: readonly Event[] } | { readonly reason: string };

const sources: readonly Source[] = ['caller', 'agent', 'command', 'rule', 'tool'];
const kinds = [
  'answer',
  'unsure',
  'done',
  'skip',
  'tried',
  'tell',
  'back',
  'revise',
  'jump',
  'refer',
  'said',
  'note',
] as const;
const others: Readonly<Record<string, readonly string[]>> = {
  answer: ['question'],
  unsure: ['question'],
  done: ['question'],
  skip: ['question'],
  tried: ['question'],
  tell: ['source'],
  jump: ['why'],
  refer: ['why'],
  said: ['offered', 'chose', 'missed', 'question'],
};

/** Turns an input into events, or says why it cannot be taken where the call stands. Looks at everything, changes nothing. */
export function admit(kb: KnowledgeBase, moment: Moment, input: Input, at: string | undefined): Admitted {
  const kind = kindOf(input);
  if ('reason' in kind) return kind;
  const { state } = moment.last;
  const stamp = at === undefined ? {} : { at };
  const { stop } = state;
  if ('question' in input && input.question !== undefined && input.question !== stop.key) {
    return { reason: `The open question is "${stop.key}", not "${input.question}".` };
  }
  if ('back' in input) {
    return moment.before === undefined
      ? { reason: 'There is nothing to go back to.' }
      : { events: [{ back: true, ...stamp }] };
  }
  if ('revise' in input) return reviseWith(kb, moment.last, input.revise, stamp);
  if ('tell' in input) return tell(kb, moment.last, input, stamp);
  if ('note' in input) return worded(input.note, 'note', (note) => ({ note, ...stamp }));
  if ('said' in input) return said(input, stamp);
  if ('jump' in input) {
    const address = String(input.jump).includes('/') ? input.jump : `${state.tree}/${input.jump}`;
    if (positionOf(kb, address) === undefined) return { reason: `There is no node "${input.jump}".` };
    return { events: [{ jump: address, question: stop.key, ...why(input), ...stamp }] };
  }
  if ('refer' in input) {
    if (!kb.desks.has(input.refer)) {
      return { reason: `There is no desk "${input.refer}". The desks are: ${[...kb.desks.keys()].join(', ')}.` };
    }
    return { events: [{ refer: input.refer, question: stop.key, ...why(input), ...stamp }] };
  }
  return reply(kb, state, input, stamp);
}

type Stamp = { readonly at?: string };

function kindOf(input: unknown): { readonly kind: string } | { readonly reason: string } {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return { reason: `An event is an object with one of these keys: ${kinds.join(', ')}.` };
  }
  const keys = Object.keys(input);
  const found = keys.filter((key) => (kinds as readonly string[]).includes(key));
  const kind = found[0];
  if (kind === undefined || found.length > 1) {
    return { reason: `An event has exactly one of these keys: ${kinds.join(', ')}.` };
  }
  const extra = keys.find((key) => key !== kind && !others[kind]?.includes(key));
  return extra === undefined ? { kind } : { reason: `"${extra}" does not belong to an event of the kind "${kind}".` };
}

function reply(kb: KnowledgeBase, state: State, input: Input, stamp: Stamp): Admitted {
  const { stop } = state;
  const question = stop.key;
  if (stop.type === 'end')
    return { reason: 'The call has ended. Go back, or change an earlier answer, to go on with it.' };
  if ('skip' in input) return worded(input.skip, 'skip', (skip) => ({ skip, question, ...stamp }));
  if ('tried' in input) {
    const names = triable(kb, state);
    if (names.includes(input.tried)) return { events: [{ tried: input.tried, question, ...stamp }] };
    if (names.length === 0) return { reason: 'No steps are being read that could have been tried before.' };
    return { reason: `What can have been tried here is one of: ${names.join(', ')}.` };
  }
  if (stop.type === 'asking') {
    if ('done' in input) return { reason: 'A question is open: it takes an answer or a way of not knowing.' };
    const given = 'answer' in input ? { answer: input.answer } : 'unsure' in input ? { unsure: input.unsure } : {};
    return replied(kb, state, stop.question, given, stamp);
  }
  if (!('done' in input)) return { reason: 'Steps are being read: they are done or skipped.' };
  if (input.done !== true) return { reason: '"done" is true.' };
  return { events: [{ done: true, question, ...stamp }] };
}

function replied(
  kb: KnowledgeBase,
  at: Parameters<typeof replyTo>[1],
  question: Parameters<typeof replyTo>[2],
  given: { readonly answer?: unknown; readonly unsure?: unknown },
  stamp: Stamp,
): { readonly events: readonly Act[] } | { readonly reason: string } {
  if ('unsure' in given) {
    const unsure = unsureKinds.find((kind) => kind === given.unsure);
    if (unsure === undefined) return { reason: `A way of not knowing is one of: ${unsureKinds.join(', ')}.` };
    return { events: [{ unsure, question: question.key, ...stamp }] };
  }
  const value = replyTo(kb, at, question, given.answer);
  return 'reason' in value ? value : { events: [{ answer: value.value, question: question.key, ...stamp }] };
}

const longest = 10_000;

function worded(text: unknown, name: string, event: (text: string) => Event): Admitted {
  if (typeof text !== 'string' || text.trim() === '') return { reason: `"${name}" is a text.` };
  if (text.length > longest) return { reason: `"${name}" is a text of at most ${longest} characters.` };
  return { events: [event(text)] };
}

function said(input: Extract<Input, { said: string }>, stamp: Stamp): Admitted {
  const { offered, chose, missed, question } = input;
  const areTexts = (list: unknown): boolean => Array.isArray(list) && list.every((each) => typeof each === 'string');
  if (!areTexts(offered) || !areTexts(missed)) return { reason: '"offered" and "missed" are lists of texts.' };
  if (chose !== undefined && typeof chose !== 'string') return { reason: '"chose" is a text.' };
  const more = { ...(chose === undefined ? {} : { chose }), ...(question === undefined ? {} : { question }) };
  return worded(input.said, 'said', (words) => ({ said: words, offered, missed, ...more, ...stamp }));
}

function why(input: { readonly why?: unknown }): { readonly why?: string } {
  return typeof input.why === 'string' ? { why: input.why } : {};
}

/** What is told about a fact that was learnt before is a correction, unless the fact is one that changes. */
function tell(kb: KnowledgeBase, last: Entry, input: Extract<Input, { tell: unknown }>, stamp: Stamp): Admitted {
  const { tell: told, source = 'caller' } = input;
  if (typeof told !== 'object' || told === null || Array.isArray(told) || Object.keys(told).length === 0) {
    return { reason: '"tell" is an object with facts and their values.' };
  }
  if (!sources.includes(source)) return { reason: `A source is one of: ${sources.join(', ')}.` };
  const fresh: Record<string, FactValue> = {};
  // Several facts can have been told at once, and be corrected at once: each correction builds on the one before.
  const corrections = new Map<number, Act>();
  for (const [name, given] of Object.entries(told)) {
    const fact = kb.facts.get(name);
    if (fact === undefined) return { reason: `There is no fact "${name}".` };
    const value = factValue(fact, given);
    if ('reason' in value) return { reason: `"${name}": ${value.reason}` };
    const known = last.state.facts.get(name);
    const origin = known?.event === undefined || fact.fades ? undefined : entryOf(last, known.event);
    if (origin?.act === undefined || known === undefined) fresh[name] = value.value;
    else if (!same(known.value, value.value)) {
      const act = corrections.get(origin.event) ?? origin.act;
      corrections.set(origin.event, corrected(act, name, value.value, stamp));
    }
  }
  const news: Event[] = Object.keys(fresh).length > 0 ? [{ tell: fresh, source, ...stamp }] : [];
  const revised = [...corrections].map(([revise, to]) => ({ revise, to, ...stamp }));
  if (news.length + revised.length > 0) return { events: [...revised, ...news] };
  return { reason: 'That is known already.' };
}

function corrected(act: Act, name: string, value: FactValue, stamp: Stamp): Act {
  if ('tell' in act) return { ...act, tell: { ...act.tell, [name]: value }, ...stamp };
  return { answer: value, question: 'question' in act ? act.question : '', ...stamp };
}

function same(a: FactValue, b: FactValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** A revision becomes the act that takes the place of the one that answered the question. */
function reviseWith(kb: KnowledgeBase, last: Entry, revision: Revision, stamp: Stamp): Admitted {
  if (typeof revision !== 'object' || revision === null || typeof revision.node !== 'string') {
    return { reason: '"revise" names a node and gives an answer: {"node": "...", "answer": "..."}.' };
  }
  if ('answer' in revision === 'unsure' in revision) {
    return { reason: 'A changed answer is either "answer" or "unsure".' };
  }
  const move = latestAbout(last.state, revision.node);
  if (move === undefined) return { reason: `Nothing has been answered at "${revision.node}".` };
  const { reason } = move;
  if (reason.kind === 'known') {
    const known = last.state.facts.get(reason.fact);
    const origin = known?.event === undefined ? undefined : entryOf(last, known.event);
    if (origin?.act === undefined)
      return { reason: `"${reason.fact}" follows from a rule; change what it follows from.` };
    const fact = kb.facts.get(reason.fact);
    const value = fact && factValue(fact, revision.answer);
    if (value === undefined || 'reason' in value)
      return { reason: value?.reason ?? `There is no fact "${reason.fact}".` };
    return { events: [{ revise: origin.event, to: corrected(origin.act, reason.fact, value.value, stamp), ...stamp }] };
  }
  if (!('question' in reason) || reason.question === undefined) {
    return { reason: `Nothing has been answered at "${revision.node}".` };
  }
  const given = 'unsure' in revision ? { unsure: revision.unsure } : { answer: revision.answer };
  const to = replied(kb, move, reason.question, given, stamp);
  if ('reason' in to) return to;
  return { events: [{ revise: reason.event, to: to.events[0] as Act, ...stamp }] };
}

/** The last move that answered, or passed over, the question that a name stands for. */
function latestAbout(state: State, name: string): Move | undefined {
  const found = movesOf(state.trail).findLast(({ tree, node, reason }) => {
    if (reason.kind === 'known-unsure') return [node, `${tree}/${node}`].includes(name);
    if (reason.kind === 'known') return [node, `${tree}/${node}`, reason.fact].includes(name);
    if (!('question' in reason) || reason.question === undefined) return false;
    const { question } = reason;
    if (question.key === name) return true;
    if (question.purpose === 'fact') return question.fact === name;
    if (question.purpose === 'verify') return [question.fault, `${tree}/${question.fault}`].includes(name);
    return [node, `${tree}/${node}`].includes(name) || question.key.startsWith(`fact:${name}#`);
  });
  return found?.reason.kind === 'known-unsure' ? latestAbout(state, found.reason.fact) : found;
}
