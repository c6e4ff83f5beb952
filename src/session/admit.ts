import { type KnowledgeBase, withoutUndefined } from '../knowledge/index.js';
import type { Admitted } from './admitted.js';
import { questionsAhead } from './ahead.js';
import { asked } from './asked.js';
import { claimNamed, triable } from './claims.js';
import type { Act, Input, Stamp } from './event.js';
import type { Entry, Moment } from './history.js';
import { canPutOff } from './perform.js';
import { canTurn, openProblem, positionOf } from './places.js';
import { longest, remark, worded } from './remark.js';
import { replied } from './reply.js';
import { reviseWith } from './revision.js';
import { openKey, type State } from './state.js';
import { tell } from './tell.js';

/** The kinds of input, each with the other keys that it can have. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  answer: ['question'],
  unsure: ['question'],
  done: ['question'],
  skip: ['question'],
  later: ['question'],
  confused: ['question'],
  tried: [],
  tell: ['source'],
  back: [],
  revise: [],
  jump: ['why'],
  return: [],
  problem: ['words'],
  refer: ['why'],
  said: ['offered', 'chose', 'missed', 'question'],
  note: ['agent'],
  flag: ['question'],
  parked: ['callBack', 'agent'],
  resumed: [],
  channel: [],
  caller: [],
  contact: [],
  account: [],
  device: [],
  promised: ['by'],
  abandoned: [],
  satisfaction: [],
};
const names = Object.keys(kinds);
/** The keys that name a place, a question or a reason. What the others hold is looked at where it is taken. */
const texts = ['question', 'tried', 'jump', 'refer', 'why', 'words'];

/** Turns an input into events, or says why it cannot be taken where the call stands. Looks at everything, changes nothing. */
export function admit(kb: KnowledgeBase, moment: Moment, input: Input, stamp: Stamp): Admitted {
  const wrong = wrongShape(input);
  if (wrong !== undefined) return { reason: wrong };
  const { state } = moment.last;
  const { stop } = state;
  const open = openKey(stop);
  if ('question' in input && input.question !== undefined && input.question !== open) {
    const early = 'answer' in input || 'unsure' in input ? beforeItComes(kb, moment.last, input, stamp) : undefined;
    return early ?? { reason: `The open question is "${open}", not "${input.question}".` };
  }
  const recorded = remark(state, input, stamp);
  if (recorded !== undefined) return recorded;
  if ('back' in input) {
    if (input.back !== true) return { reason: '"back" is true.' };
    return moment.before === undefined
      ? { reason: 'There is nothing to go back to.' }
      : { events: [{ back: true, ...stamp }] };
  }
  if ('revise' in input) return reviseWith(kb, moment.last, input.revise, stamp);
  if ('tell' in input) return tell(kb, moment.last, input, stamp);
  return elsewhere(kb, state, input, stamp) ?? reply(kb, state, input, stamp);
}

function wrongShape(input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return `An event is an object with one of these keys: ${names.join(', ')}.`;
  }
  const keys = Object.keys(input);
  const found = keys.filter((key) => Object.hasOwn(kinds, key));
  const kind = found[0];
  if (kind === undefined || found.length > 1) return `An event has exactly one of these keys: ${names.join(', ')}.`;
  const extra = keys.find((key) => key !== kind && !kinds[kind]?.includes(key));
  if (extra !== undefined) return `"${extra}" does not belong to an event of the kind "${kind}".`;
  for (const [key, value] of Object.entries(input)) {
    if (!texts.includes(key) || (value === undefined && key !== kind)) continue;
    if (typeof value !== 'string') return `"${key}" is a text.`;
    if (value.length > longest) return `"${key}" is a text of at most ${longest} characters.`;
  }
  return undefined;
}

/**
 * A reply to a question that can still come: it waits for that question, or tells its fact at once, as `tell:` and the
 * name of a fact does, with which a letter asks what a desk wants to know. Undefined where no such question is ahead.
 */
function beforeItComes(
  kb: KnowledgeBase,
  last: Entry,
  input: Extract<Input, { answer: unknown } | { unsure: string }>,
  stamp: Stamp,
): Admitted | undefined {
  const [, wanted] = /^tell:(.+)$/.exec(input.question ?? '') ?? [];
  if (wanted !== undefined && 'answer' in input) return tell(kb, last, { tell: { [wanted]: input.answer } }, stamp);
  // One that was answered before it came can be answered anew.
  const aside = last.state.aside.filter(({ act }) => !('question' in act) || act.question !== input.question);
  const found = questionsAhead(kb, { ...last.state, aside }).find(({ key }) => key === input.question);
  if (found === undefined) return undefined;
  if (found.question.purpose === 'verify')
    return { reason: 'Whether the fix has helped can be said when its steps are done: first {"done":true} for each.' };
  const { fact } = asked(kb, found, found.question);
  if ('answer' in input && fact !== undefined) return tell(kb, last, { tell: { [fact]: input.answer } }, stamp);
  const given = 'answer' in input ? { answer: input.answer } : { unsure: input.unsure };
  const taken = replied(kb, found, found.question, given, stamp);
  return 'reason' in taken ? taken : { events: [taken.act] };
}

/** What can be taken wherever the call stands, also at its end; undefined for replies. */
function elsewhere(kb: KnowledgeBase, state: State, input: Input, stamp: Stamp): Admitted | undefined {
  const question = state.stop.key;
  if ('jump' in input) {
    const address = input.jump.includes('/') ? input.jump : `${state.tree}/${input.jump}`;
    if (positionOf(kb, address) === undefined) return { reason: `There is no node "${input.jump}".` };
    return { events: [{ jump: address, question, ...withoutUndefined({ why: input.why }), ...stamp }] };
  }
  if ('return' in input) {
    if (input.return !== true) return { reason: '"return" is true.' };
    if (state.away.length === 0) return { reason: 'There is no place to come back to: nothing was left by a jump.' };
    return { events: [{ return: true, question, ...stamp }] };
  }
  if ('refer' in input) {
    if (!kb.desks.has(input.refer)) {
      return { reason: `There is no desk "${input.refer}". The desks are: ${[...kb.desks.keys()].join(', ')}.` };
    }
    return { events: [{ refer: input.refer, question, ...withoutUndefined({ why: input.why }), ...stamp }] };
  }
  if ('problem' in input) {
    if (!canTurn(kb, state, input.problem)) return { reason: whyNotTurn(state, input.problem) };
    return { events: [{ problem: input.problem, question, ...withoutUndefined({ words: input.words }), ...stamp }] };
  }
  if ('tried' in input) return tried(kb, state, input.tried, stamp);
  return undefined;
}

function whyNotTurn(state: State, problem: unknown): string {
  if (typeof problem === 'number') {
    if (problem === state.problem) return 'That is the problem that is being dealt with.';
    return `There is no problem ${problem}. They are numbered from 0 to ${state.problems.length - 1}.`;
  }
  if (typeof problem !== 'string') return '"problem" is the name of a tree, or the number of a problem.';
  const open = openProblem(state, problem);
  return open === undefined ? `There is no tree "${problem}".` : `"${problem}" is open already, as problem ${open}.`;
}

function tried(kb: KnowledgeBase, state: State, name: string, stamp: Stamp): Admitted {
  const what = claimNamed(kb, state, name);
  if (what !== undefined && !state.claims.includes(what))
    return { events: [{ tried: what, question: state.stop.key, ...stamp }] };
  if (what !== undefined) return { reason: 'That is noted already. It will be asked about before it is read.' };
  const here = triable(kb, state);
  const others = 'A procedure, or a node or fault with steps, can also be named.';
  if (here.length === 0) return { reason: `No steps are called "${name}". ${others}` };
  return { reason: `What can have been tried here is one of: ${here.join(', ')}. ${others}` };
}

function reply(kb: KnowledgeBase, state: State, input: Input, stamp: Stamp): Admitted {
  const { stop } = state;
  const question = stop.key;
  if (stop.type === 'end')
    return { reason: 'The call has ended. Go back, or change an earlier answer, to go on with it.' };
  const raised = stop.type === 'asking' ? stop.raised : undefined;
  const own = openKey(stop);
  // What was put off is answered in its place, so that everything after it is looked at anew.
  const inPlace = (act: Act): Admitted =>
    raised === undefined ? { events: [act] } : { events: [{ revise: raised.event, to: act, ...stamp }] };
  if ('skip' in input) {
    const skipped = worded(input.skip, 'skip', (skip) => ({ skip, question: own, ...stamp }));
    return 'reason' in skipped ? skipped : inPlace(skipped.events[0] as Act);
  }
  if ('confused' in input) {
    return input.confused === true
      ? { events: [{ confused: true, question, ...stamp }] }
      : { reason: '"confused" is true.' };
  }
  if ('later' in input) {
    if (!canPutOff(stop)) return { reason: whyNotPutOff(raised !== undefined) };
    return worded(input.later, 'later', (later) => ({ later, question, ...stamp }));
  }
  if (stop.type === 'asking') {
    if ('done' in input) return { reason: 'A question is open: it takes an answer or a way of not knowing.' };
    const given = 'answer' in input ? { answer: input.answer } : 'unsure' in input ? { unsure: input.unsure } : {};
    const taken = replied(kb, raised ?? state, stop.question, given, stamp);
    return 'reason' in taken ? taken : inPlace(taken.act);
  }
  if (!('done' in input)) return { reason: 'Steps are being read: they are done or skipped.' };
  if (input.done !== true) return { reason: '"done" is true.' };
  return { events: [{ done: true, question, ...stamp }] };
}

function whyNotPutOff(raised: boolean): string {
  return raised
    ? 'It was put off before, and what comes next depends on it: it is answered, not known, or skipped with a reason.'
    : 'Only a question that leads on can be put off, not a step or what is asked about one.';
}
