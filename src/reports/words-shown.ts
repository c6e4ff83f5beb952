import type { ReportOptions } from './report-options.js';

/** Free text as it may be shown. @returns undefined where none may. */
export function wordsShown(text: string, { personal = false, redact }: ReportOptions): string | undefined {
  if (personal) return text;
  return redact?.(text);
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

/** The most frequent texts, each with how often. */
export function mostFrequent(
  texts: readonly { readonly text: string | null; readonly count: number }[],
  options: ReportOptions,
  most = 3,
): readonly string[] {
  const counts = new Map<string, number>();
  for (const { text, count } of texts) {
    const shown = text === null || text === '' ? undefined : wordsShown(text, options);
    if (shown !== undefined) counts.set(shown, (counts.get(shown) ?? 0) + count);
  }
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, most)
    .map(([text, count]) => `${text} (${count})`);
}
