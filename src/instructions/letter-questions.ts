import type { KnowledgeBase } from '../knowledge/index.js';
import { type Ahead, type AskedWords, asked, type Situation } from '../session/index.js';
import { fill } from './placeholders.js';
import { type WrittenQuestion, writtenQuestion } from './written-question.js';

/** A question of a letter. */
export interface LetterQuestion extends WrittenQuestion {
  /** What helps to find the answer. */
  readonly hint?: string;
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
  const list = (key: string, words: AskedWords, { parts, depth }: Condition, confused = 0): void => {
    const question = writtenQuestion(key, words, text, confused);
    const hint = words.ifConfused?.[confused];
    const withHint = hint === undefined ? question : { ...question, hint: text(hint) };
    const onlyIf = parts.length === 0 ? {} : { onlyIf: inWords(parts, [...listed.values()]) };
    listed.set(key, { question: { ...withHint, ...onlyIf }, parts, depth, number: listed.size + 1 });
  };
  if (situation.type === 'asking') list(situation.question, situation, always, situation.confused);
  const deepest = mostInARow[situation.type === 'asking' ? 'asking' : 'working'];
  for (const each of followsIn(situation) ? ahead : []) {
    if (listed.size >= mostQuestions) break;
    const words = asked(kb, each, each.question);
    const condition = listed.has(each.key) ? undefined : conditionOf(each, listed, words.fact !== undefined);
    if (condition !== undefined && condition.depth <= deepest) list(each.key, words, condition);
  }
  return [...listed.values()].map(({ question }) => question);
}

/** A reply to a question of the letter, by its number from 1: one of these answers, or none where it cannot be answered. */
interface Part {
  readonly number: number;
  readonly answers: readonly string[];
}

/** When a question is to be answered. */
interface Condition {
  /** Of these one has to hold; none where it is always answered. */
  readonly parts: readonly Part[];
  /** How many questions hang on one another up to this one. */
  readonly depth: number;
}

const always: Condition = { parts: [], depth: 0 };

interface Listed extends Condition {
  readonly question: LetterQuestion;
  readonly number: number;
}

/** Whether anything can be asked beside what is open. What was tried, or may be done, is made sure of first. */
function followsIn(situation: Situation): boolean {
  if (situation.type !== 'asking') return situation.type === 'doing' || situation.type === 'isolated';
  return situation.purpose !== 'tried' && situation.purpose !== 'consent';
}

/**
 * When a question is to be answered; undefined where that cannot be said clearly. One that asks for a fact may then be
 * asked anyway: it is worth knowing.
 */
function conditionOf(each: Ahead, listed: ReadonlyMap<string, Listed>, isFact: boolean): Condition | undefined {
  if (each.kind === 'independent' || each.ways.length === 0) return always;
  const told = each.ways.filter(({ answers, unsure }) => answers.length > 0 || unsure.length === 0);
  const parts: Part[] = [];
  for (const { key, answers, unsure } of told.length > 0 ? told : each.ways) {
    const before = listed.get(key);
    if (before === undefined) continue;
    const isAny = answers.length === 0 && unsure.length === 0;
    const added = isAny ? before.parts : [{ number: before.number, answers }];
    if (added.length === 0) return always;
    parts.push(...added);
  }
  if (parts.length === 0) return undefined;
  const joined = joinedParts(parts, [...listed.values()]);
  if (joined.length > mostWays) return isFact ? always : undefined;
  const before = joined.map(({ number }) => [...listed.values()][number - 1]?.depth ?? 0);
  return { parts: joined, depth: joined.length === 0 ? 0 : Math.max(...before) + 1 };
}

/**
 * A part for each question. Where every answer to a question leads on, what holds for that question holds instead: the
 * later questions first, since they hang on the ones before. None at all where that means always.
 */
function joinedParts(parts: readonly Part[], listed: readonly Listed[]): readonly Part[] {
  const joined = new Map<number, readonly string[]>();
  const add = ({ number, answers }: Part): void => {
    joined.set(number, [...new Set([...(joined.get(number) ?? []), ...answers])]);
  };
  for (const part of parts) add(part);
  for (const { number, question, parts: before } of [...listed].reverse()) {
    const answers = joined.get(number);
    if (answers === undefined || answers.length === 0 || answers.length < question.answers.length) continue;
    if (before.length === 0) return [];
    joined.delete(number);
    for (const part of before) add(part);
  }
  return [...joined].map(([number, answers]) => ({ number, answers }));
}

function inWords(parts: readonly Part[], listed: readonly Listed[]): string {
  const words = parts.map(({ number, answers }) => {
    if (answers.length === 0) return `you cannot answer ${number}`;
    const all = listed[number - 1]?.question.answers.map(({ id }) => id) ?? [];
    const others = all.filter((id) => !answers.includes(id));
    const letters = (ids: readonly string[]): string => ids.map((id) => `${letterOf(all.indexOf(id))})`).join(' or ');
    const isShort = answers.length <= 2 || answers.length <= others.length;
    return `you answered ${number} with ${isShort ? letters(answers) : `anything but ${letters(others)}`}`;
  });
  return `Only if ${words.join(', or ')}`;
}

/** The letter of an answer by its place, from 0: a to z. */
export function letterOf(index: number): string {
  return String.fromCharCode(97 + index);
}
