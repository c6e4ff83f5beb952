import type { KnowledgeBase } from '../knowledge/index.js';
import { answersHeard, type OpenQuestion, unsureHeard } from './heard-answers.js';
import { factsHeard } from './heard-facts.js';
import { saysAlready, triedHeard } from './heard-tried.js';
import type { Listened } from './listened.js';

/** Does what `listen` of the library says. */
export async function listenTo(
  kb: KnowledgeBase,
  words: string,
  question: OpenQuestion | undefined,
  today: string | undefined,
): Promise<Listened> {
  const heard = await factsHeard(kb, words, today);
  const answers = question === undefined ? [] : await answersHeard(kb, question, words, today);
  const isListed = question !== undefined && (question.answers.length > 0 || question.expects !== 'text');
  const unsure = question !== undefined && (answers.length === 0 || !isListed) ? unsureHeard(kb, words) : undefined;
  return {
    answers: unsure === undefined ? answers : [],
    ...(unsure === undefined ? {} : { unsure }),
    facts: heard.filter(({ fact }) => fact !== question?.fact),
    ...(saysAlready(words) ? { tried: triedHeard(kb, words) } : {}),
  };
}
