import type { KnowledgeBase } from '../knowledge/index.js';
import { answersHeard, type OpenQuestion, unsureHeard } from './heard-answers.js';
import { factsHeard } from './heard-facts.js';
import type { Listened } from './listened.js';

/** Does what `listen` of the library says. */
export async function listenTo(
  kb: KnowledgeBase,
  words: string,
  question: OpenQuestion | undefined,
  today: string | undefined,
): Promise<Listened> {
  const heard = await factsHeard(kb, words, today);
  const { answers, exact } =
    question === undefined ? { answers: [], exact: true } : await answersHeard(kb, question, words, today);
  const unsure = exact ? undefined : unsureHeard(kb, words);
  return {
    answers: unsure === undefined ? answers : [],
    ...(unsure === undefined ? {} : { unsure }),
    facts: heard.filter(({ fact }) => fact !== question?.fact),
  };
}
