import { maskText } from './mask-text.js';

/**
 * What was said, and the words of it that were not understood, masked. A single word does not show what it is: so those
 * words are left out that stand only in what was masked. `missed` is not given back where it is no list.
 */
export function maskSaid(said: string, missed: unknown): { readonly said: string; readonly missed?: unknown } {
  const { text, masked } = maskText(said);
  if (!Array.isArray(missed)) return { said: text };
  const hidden = wordsOf(masked.map(({ start, end }) => said.slice(start, end)).join(' '));
  const seen = wordsOf(text);
  const kept = missed.filter((word) => {
    const parts = typeof word === 'string' ? [...wordsOf(word)] : [];
    return !parts.some((part) => hidden.has(part) && !seen.has(part));
  });
  return { said: text, missed: kept.map((word) => (typeof word === 'string' ? maskText(word).text : word)) };
}

/** The words of a text as the search cuts it: small letters without accents, and digits apart from letters. */
function wordsOf(text: string): ReadonlySet<string> {
  const plain = text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  return new Set(plain.match(/\p{L}+|\p{N}+/gu) ?? []);
}
