import { factValue, type KnowledgeBase } from '../knowledge/index.js';
import type { FactValue } from '../rules/index.js';
import type { Admitted } from './admitted.js';
import { replyTo } from './ask.js';
import type { Act, Event, Input, Source, Stamp } from './event.js';
import { type Entry, entryOf } from './history.js';
import { factOfPostponed } from './postponed.js';
import type { State } from './state.js';

const sources: readonly Source[] = ['caller', 'agent', 'command', 'rule', 'tool'];

/** What is told about a fact that was learnt before is a correction, unless the fact is one that changes. */
export function tell(kb: KnowledgeBase, last: Entry, input: Extract<Input, { tell: unknown }>, stamp: Stamp): Admitted {
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
    const waiting = known === undefined ? askedForLater(kb, last.state, name, value.value) : undefined;
    if (waiting !== undefined) {
      corrections.set(waiting.event, { ...waiting.act, ...stamp });
      continue;
    }
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

/** The act that told a fact, or answered the question about it, with another value. */
export function corrected(act: Act, name: string, value: FactValue, stamp: Stamp): Act {
  if ('tell' in act) return { ...act, tell: { ...act.tell, [name]: value }, ...stamp };
  return { answer: value, question: 'question' in act ? act.question : '', ...stamp };
}

function same(a: FactValue, b: FactValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** A question about the fact that was put off: being told is its answer, in its place. */
function askedForLater(
  kb: KnowledgeBase,
  state: State,
  fact: string,
  value: FactValue,
): { readonly event: number; readonly act: Act } | undefined {
  const found = state.postponed.find((each) => factOfPostponed(kb, each) === fact);
  if (found === undefined || 'reason' in replyTo(kb, found, found.question, value)) return undefined;
  return { event: found.event, act: { answer: value, question: found.question.key } };
}
