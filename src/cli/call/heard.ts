import {
  claimName,
  type FactValue,
  type Found,
  type Input,
  type KnowledgeBase,
  type Listened,
  listen,
  openSearch,
  type Result,
  type Situation,
  unsureWords,
} from '../../index.js';
import { triedHere } from './already-tried.js';
import { tellFacts } from './change.js';
import { confirmFacts } from './confirm-facts.js';
import { type Desk, type Outcome, take } from './desk.js';
import type { Option } from './front.js';
import { leave, numbered } from './menu.js';
import { dayOf, mostKept } from './words-kept.js';

/** Something that the words of the caller can mean, and what it does when the agent agrees. */
interface Proposal extends Option {
  readonly input: Input;
}

/** How likely another tree has to be before it is proposed in the middle of a call. */
const likely = 0.4;

/** Takes what the caller said in their own words: proposes what it can mean, and does what the agent agrees to. */
export async function hear(desk: Desk, now: Situation, words: string): Promise<Outcome> {
  const { call, front, style, cache, clock } = desk;
  const open = now.type === 'asking' ? { question: now } : {};
  const heard = await listen(call.kb, words, { ...open, today: dayOf(clock()) });
  const found = (await openSearch(call.kb, { cache })).find(words);
  const other =
    heard.answers.length > 0 || !found.fits ? undefined : found.results.find(({ confidence }) => confidence >= likely);
  const proposals = proposalsFor(
    call.kb,
    words,
    now,
    heard,
    other === undefined || isInside(now, other.tree) ? undefined : other,
  );
  const facts = heard.facts.filter(({ fact, readings }) => !isKnown(now, fact, readings));
  if (proposals.length === 0 && facts.length === 0) {
    front.show(style.problem('That fits no answer, and no fact. It is kept with the call.'));
    await keep(desk, now, words, [], undefined, missedIn(found, heard));
    return 'stay';
  }
  let chosen: Proposal | undefined;
  if (proposals.length > 0) {
    front.show(style.heading('What is meant?'));
    // By their places: an answer can be called "none" itself.
    const options = proposals.map(({ label }, at) => ({ id: String(at), label }));
    const choice = await front.choose(numbered([...options, { id: 'none', label: 'None of this' }]));
    if (choice === leave) return 'stay';
    chosen = proposals[Number(choice)];
  }
  const told = await confirmFacts(front, style, facts);
  const offered = [...proposals.map(({ id }) => id), ...facts.map(({ fact }) => fact)];
  const taken = [...(chosen === undefined ? [] : [chosen.id]), ...Object.keys(told)];
  await keep(desk, now, words, offered, taken.length === 0 ? undefined : taken.join(', '), missedIn(found, heard));
  const moved = chosen !== undefined && (await take(desk, chosen.input));
  const tell = Object.keys(told).length > 0 && (await tellFacts(desk, told));
  return moved || tell ? 'moved' : 'stay';
}

function proposalsFor(
  kb: KnowledgeBase,
  words: string,
  now: Situation,
  { answers, unsure, tried }: Listened,
  other: Result | undefined,
): readonly Proposal[] {
  const before = tried === undefined ? [] : triedBefore(kb, now, tried);
  const given = answers.slice(0, 6).map(
    ({ answer, label, words: heard }): Proposal => ({
      id: String(answer),
      label: heard.toLowerCase() === label.toLowerCase() ? label : `${label} ("${heard}")`,
      input: { answer, ...(now.type === 'asking' ? { question: now.question } : {}) },
    }),
  );
  const unknown =
    unsure === undefined ? [] : [{ id: unsure, label: `The caller ${unsureWords(unsure)}`, input: { unsure } }];
  const elsewhere =
    other === undefined
      ? []
      : [
          {
            id: other.tree,
            label: `Go to: ${other.title}`,
            input: { jump: `${other.tree}/${startOf(kb, other.tree)}`, why: words },
          },
        ];
  return [...given, ...unknown, ...before, ...elsewhere];
}

/** What the caller can have done before the call: what is being read, and procedures. */
function triedBefore(kb: KnowledgeBase, now: Situation, tried: readonly string[]): readonly Proposal[] {
  const here = triedHere(now).map(({ id, label }) => ({ id, label }));
  const others = tried.map((id) => ({ id, label: claimName(kb, id) }));
  return [...here, ...others].map(({ id, label }) => ({ id, label: `Tried already: ${label}`, input: { tried: id } }));
}

function startOf(kb: KnowledgeBase, tree: string): string {
  return kb.trees.get(tree)?.start ?? '';
}

function missedIn({ notUnderstood }: Found, { facts, answers }: Listened): readonly string[] {
  const told = [...facts.flatMap(({ readings }) => readings), ...answers].flatMap(({ words }) => words.split(' '));
  return notUnderstood.filter((word) => !told.includes(word));
}

function isInside(now: Situation, tree: string): boolean {
  return now.tree === tree || now.path.some((position) => position.tree === tree);
}

function isKnown(now: Situation, fact: string, readings: readonly { readonly value: FactValue }[]): boolean {
  const known = now.facts.get(fact)?.value;
  return readings.length === 1 && known !== undefined && JSON.stringify(known) === JSON.stringify(readings[0]?.value);
}

async function keep(
  desk: Desk,
  now: Situation,
  words: string,
  offered: readonly string[],
  chose: string | undefined,
  missed: readonly string[],
): Promise<void> {
  const said = { said: words.slice(0, mostKept), offered, missed, ...(chose === undefined ? {} : { chose }) };
  await take(desk, now.type === 'asking' ? { ...said, question: now.question } : said);
}
