import type { Fact, KnowledgeBase } from '../knowledge/index.js';
import type { Input } from '../session/index.js';
import { askedFacts } from './asked-facts.js';
import { maskSaid } from './mask-said.js';
import { maskText } from './mask-text.js';

/** The keys of an input whose value is a text that somebody typed. */
const texts = ['note', 'flag', 'parked', 'skip', 'later', 'why', 'words', 'promised', 'abandoned'];

/**
 * An input whose free texts are masked, to be taken instead of the one that was given. Free are notes, reasons, promises,
 * what was said, and values of facts of type text that are not declared personal. Names, choices, numbers and what is
 * known of the caller stay, since they are fields of their own; so does whatever is wrong about the input. `open` is the
 * key of the question that is open: without it nobody knows whether an answer to it is a personal fact, and it is masked.
 */
export function maskInput(kb: KnowledgeBase, input: Input, open?: string): Input {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  const given = input as Readonly<Record<string, unknown>>;
  const masked: Record<string, unknown> = { ...given };
  for (const key of texts) if (Object.hasOwn(given, key)) masked[key] = freely(given[key]);
  if (typeof given.said === 'string') Object.assign(masked, maskSaid(given.said, given.missed), proposed(given));
  if (Object.hasOwn(given, 'answer')) masked.answer = answered(kb, given.answer, given.question ?? open);
  if (isRecord(given.tell)) {
    masked.tell = Object.fromEntries(
      Object.entries(given.tell).map(([name, value]) => [name, isFree(kb.facts.get(name)) ? freely(value) : value]),
    );
  }
  if (isRecord(given.revise) && Object.hasOwn(given.revise, 'answer')) {
    masked.revise = { ...given.revise, answer: answered(kb, given.revise.answer, given.revise.node) };
  }
  return masked as Input;
}

/** What it was taken to mean are names, and values of facts where these are texts. */
function proposed({ offered, chose }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return {
    ...(Array.isArray(offered) ? { offered: offered.map(freely) } : {}),
    ...(chose === undefined ? {} : { chose: freely(chose) }),
  };
}

function answered(kb: KnowledgeBase, answer: unknown, question: unknown): unknown {
  const facts = typeof question === 'string' ? askedFacts(kb, question) : [];
  return facts.length > 0 && !facts.every(isFree) ? answer : freely(answer);
}

/** Whether the values of a fact are free texts that are masked. */
function isFree(fact: Fact | undefined): boolean {
  return fact === undefined || (fact.type === 'text' && !fact.personal);
}

function freely(value: unknown): unknown {
  return typeof value === 'string' ? maskText(value).text : value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
