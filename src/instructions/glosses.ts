import type { KnowledgeBase } from '../knowledge/index.js';
import { sentencesOf } from './sentences.js';
import { termsIn, termsToExplain } from './terms.js';

/**
 * Explains the terms of the glossary in one text after the other: each where it is first used, in brackets.
 * @param known a text whose terms need no explaining: the caller's own subject
 * @returns what explains the terms that a text uses for the first time; a line for each
 */
export function glosses(kb: KnowledgeBase, known: string): (text: string) => readonly string[] {
  const said = new Set(termsIn(kb, known));
  return (text) =>
    termsToExplain(kb, text).flatMap((term) => {
      const meaning = kb.glossary.get(term);
      if (meaning === undefined || said.has(term)) return [];
      said.add(term);
      return [`(${term[0]?.toUpperCase()}${term.slice(1)}: ${withSmallArticle(sentencesOf(meaning.plain)[0] ?? '')})`];
    });
}

/** A sentence as it goes on inside another. Only an article can lose its capital: other words may be names. */
export function withSmallArticle(sentence: string): string {
  return sentence.replace(/^(?:A|An|The)\b/, (article) => article.toLowerCase());
}
