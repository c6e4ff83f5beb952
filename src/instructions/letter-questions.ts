import type { KnowledgeBase } from '../knowledge/index.js';
import { type Ahead, asked, type Situation, type Way } from '../session/index.js';
import { fill } from './placeholders.js';
import { type WrittenQuestion, writtenQuestion } from './written-question.js';

/** A question of a letter. */
export interface LetterQuestion extends WrittenQuestion {
  /** What helps to find the answer. */
  readonly hint?: string;
  /** When it is to be answered, such as `Only if you answered 2 with a)`; absent where always. */
  readonly onlyIf?: string;
}

/** So many questions one answers at a sitting, and so many that hang on one another one can follow: fewer after some work. */
const mostQuestions = 8;
const mostInARow = { asking: 3, working: 1 } as const;

/** More ways than this to a question make no condition that one could read. */
const mostWays = 2;

/**
 * What a letter can ask at once: the open question, and of those that can still come the ones that always do or for
 * which one can say clearly when they do. While steps are read it is what one can tell when they are done.
 */
export function letterQuestions(
  kb: KnowledgeBase,
  situation: Situation,
  ahead: readonly Ahead[],
): readonly LetterQuestion[] {
  const text = (value: string): string => fill(kb, situation.facts, value);
  const listed = new Map<string, Listed>();
  const list = (key: string, words: Words, parts: readonly string[], confused = 0): void => {
    const question = writtenQuestion(key, words, text, confused);
    const hint = words.ifConfused?.[confused];
    const withHint = hint === undefined ? question : { ...question, hint: text(hint) };
    const onlyIf =
      parts.length === 0 ? {} : { onlyIf: `Only if ${parts.join(' or ').replaceAll(/(?<= or )you answered /g, '')}` };
    listed.set(key, { question: { ...withHint, ...onlyIf }, parts, number: listed.size + 1 });
  };
  if (situation.type === 'asking') list(situation.question, situation, [], situation.confused);
  for (const each of followsIn(situation) ? ahead : []) {
    if (listed.size >= mostQuestions) break;
    if (each.firstWay.length > mostInARow[situation.type === 'asking' ? 'asking' : 'working'] || listed.has(each.key))
      continue;
    const words: Words = asked(kb, each, each.question);
    const parts = partsOf(each, listed, words.fact !== undefined);
    if (parts !== undefined) list(each.key, words, parts);
  }
  return [...listed.values()].map(({ question }) => question);
}

type Words = Parameters<typeof writtenQuestion>[1];

interface Listed {
  readonly question: LetterQuestion;
  readonly number: number;
  /** Of the conditions one has to hold; none where it is always asked. */
  readonly parts: readonly string[];
}

/** Whether anything can be asked beside what is open. What was tried, or may be done, is made sure of first. */
function followsIn(situation: Situation): boolean {
  if (situation.type !== 'asking') return situation.type === 'doing' || situation.type === 'isolated';
  const purpose: string = situation.purpose;
  return purpose !== 'tried' && purpose !== 'consent';
}

/**
 * When a question is to be answered, in parts of which one has to hold; none where always, undefined where that cannot
 * be said clearly. One that asks for a fact may then be asked anyway: it is worth knowing.
 */
function partsOf(each: Ahead, listed: ReadonlyMap<string, Listed>, isFact: boolean): readonly string[] | undefined {
  if (each.kind === 'independent' || each.ways.length === 0) return [];
  const told = each.ways.filter(({ answers, unsure }) => answers.length > 0 || unsure.length === 0);
  const found: string[] = [];
  for (const way of told.length > 0 ? told : each.ways) {
    const before = listed.get(way.key);
    if (before === undefined) continue;
    const parts = partsOfWay(way, before);
    if (parts.length === 0) return [];
    found.push(...parts);
  }
  const parts = [...new Set(found)];
  if (parts.length === 0) return undefined;
  if (parts.length <= mostWays) return parts;
  return isFact ? [] : undefined;
}

function partsOfWay({ answers, unsure }: Way, { question, number, parts }: Listed): readonly string[] {
  const all = question.answers.map(({ id }) => id);
  if (answers.length === 0) return unsure.length === 0 ? parts : [`you cannot answer ${number}`];
  const others = all.filter((id) => !answers.includes(id));
  // Whatever is answered there: what holds for that question holds for this one.
  if (others.length === 0) return parts;
  const letters = (ids: readonly string[]): string => ids.map((id) => `${letterOf(all.indexOf(id))})`).join(' or ');
  const isShort = answers.length <= 2 || answers.length <= others.length;
  return [`you answered ${number} with ${isShort ? letters(answers) : `anything but ${letters(others)}`}`];
}

/** The letter of an answer by its place, from 0: a to z. */
export function letterOf(index: number): string {
  return String.fromCharCode(97 + index);
}
