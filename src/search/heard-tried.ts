import type { KnowledgeBase } from '../knowledge/index.js';
import { type Language, languageOf } from './language.js';
import { tokensOf } from './tokens.js';

/** What callers say who have done something before the call. English. */
const already = /\b(?:already|tried|have done|did that|done that|did it|done it|before i called)\b/i;

/** How many words are looked at, and how many procedures are given. */
const mostWords = 200;
const mostGiven = 4;

/** Whether the words say that something has been done before the call. */
export function saysAlready(words: string): boolean {
  return already.test(words.slice(0, mostWords * 20));
}

/**
 * The procedures that a caller can mean who says what has been done, best first: "i restarted it" can mean every
 * procedure that restarts something.
 */
export function triedHeard(kb: KnowledgeBase, words: string): readonly string[] {
  const language = languageOf(kb.language);
  const said = withSynonyms(kb, new Set(stemsOf(words, language)), language);
  const found = [...kb.procedures.values()].flatMap(({ id, title }) => {
    const stems = stemsOf(title, language);
    const [deed = '', ...about] = stems;
    // What is done has to be said; what it is done to is often only "it".
    if (!said.has(deed)) return [];
    return [{ id, share: (1 + about.filter((stem) => said.has(stem)).length) / stems.length }];
  });
  const best = Math.max(0, ...found.map(({ share }) => share));
  const near = found.filter(({ share }) => share >= Math.max(0.3, best * 0.6));
  return near
    .sort((a, b) => b.share - a.share)
    .slice(0, mostGiven)
    .map(({ id }) => id);
}

function stemsOf(text: string, language: Language): readonly string[] {
  const tokens = tokensOf(text, language, mostWords).filter(({ silent }) => !silent);
  return [...new Set(tokens.map(({ stem }) => stem))];
}

/** Also the word of the trees for which the caller has another: rebooted for restarted. */
function withSynonyms(kb: KnowledgeBase, said: Set<string>, { stem }: Language): ReadonlySet<string> {
  for (const [word, others] of kb.synonyms) {
    if (others.some((other) => !other.includes(' ') && said.has(stem(other)))) said.add(stem(word));
  }
  return said;
}
