import type { ReportOptions } from './report-options.js';

/**
 * Free text as it may be shown.
 * @param words what tells who was calling
 * @returns undefined where none may.
 */
export function wordsShown(
  text: string,
  { personal = false, redact }: ReportOptions,
  words: readonly string[] = [],
): string | undefined {
  if (personal) return text;
  return redact?.(text, words);
}

/**
 * What was said in the form in which two sayings are compared: small letters without accents, punctuation and repeated
 * blanks. No word is cut: whoever reads it wants to know what was said.
 */
export function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['\u2019]/g, '')
    .replace(/[^\p{L}\p{N}[\]@.-]+/gu, ' ')
    .replace(/[.-]+(?= |$)|(?<= |^)[.-]+/g, '')
    .trim();
}

/** What an agent wrote in fewer calls than this can tell whose they were. */
const fewest = 3;

/**
 * The most frequent of the texts that agents wrote, each with how often. Without `personal` only those that were written in
 * at least three calls.
 */
export function mostFrequent(
  texts: readonly { readonly text: string | null; readonly count: number }[],
  options: ReportOptions,
): readonly string[] {
  const counts = new Map<string, number>();
  for (const { text, count } of texts) {
    const shown = text === null || text === '' ? undefined : wordsShown(text, options);
    if (shown !== undefined) counts.set(shown, (counts.get(shown) ?? 0) + count);
  }
  return [...counts]
    .filter(([, count]) => options.personal === true || count >= fewest)
    .sort(([, one], [, other]) => other - one)
    .slice(0, 3)
    .map(([text, count]) => `${text} (${count})`);
}
