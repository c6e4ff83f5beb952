import type { KnowledgeBase, UnsureKind } from '../knowledge/index.js';
import { type AnswerHeard, answersHeard, type OpenQuestion, unsureHeard } from './heard-answers.js';
import { type FactHeard, factsHeard } from './heard-facts.js';

/** What the words of a caller mean where a question is open. */
export interface Listened {
  /** The answers they can mean, best first. One alone can be proposed; of several the agent chooses. */
  readonly answers: readonly AnswerHeard[];
  /** The way of not knowing that they mean; only where they mean no answer. */
  readonly unsure?: UnsureKind;
  /** The facts that they tell beside that. */
  readonly facts: readonly FactHeard[];
}

/**
 * Understands what the caller said to a question: by the answers' labels and `hear`, numbers and dates in words, ways of
 * not knowing, and the facts that are told beside. Nothing is taken by itself: what it gives are proposals.
 * @param question what is open, as `situation` gives it; without it only facts are heard
 * @param today the day on which it is said, as `2026-11-01`; without it no dates are understood
 */
export async function listen(
  kb: KnowledgeBase,
  words: string,
  { question, today }: { readonly question?: OpenQuestion; readonly today?: string } = {},
): Promise<Listened> {
  const heard = await factsHeard(kb, words, today);
  const answers = question === undefined ? [] : await answersHeard(kb, question, words, today);
  const isListed = question !== undefined && (question.answers.length > 0 || question.expects !== 'text');
  const unsure = question !== undefined && (answers.length === 0 || !isListed) ? unsureHeard(kb, words) : undefined;
  return {
    answers: unsure === undefined ? answers : [],
    ...(unsure === undefined ? {} : { unsure }),
    facts: heard.filter(({ fact }) => fact !== question?.fact),
  };
}
