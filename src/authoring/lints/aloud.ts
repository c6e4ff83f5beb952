import { syllable } from 'syllable';

/** Words a minute at which one reads to somebody who acts on it: slower than a conversation. */
const wordsAMinute = 150;

/** The words of a text; a placeholder counts as one. */
export function wordsOf(text: string): readonly string[] {
  return text.replace(/\{[^}]*\}/g, 'something').match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu) ?? [];
}

/** The sentences of a text. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?:;])["”')]*\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** How long it takes to read a text aloud, in seconds. */
export function secondsAloud(text: string): number {
  return Math.round((wordsOf(text).length * 60) / wordsAMinute);
}

/**
 * The school year in which one reads an English text without trouble (Kincaid, Fishburne, Rogers, Chissom: Derivation of new
 * readability formulas for Navy enlisted personnel, 1975).
 */
export function readingGrade(text: string): number {
  const words = wordsOf(text);
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return 0.39 * (words.length / sentencesOf(text).length) + 11.8 * (syllables / words.length) - 15.59;
}
