import type { KnowledgeBase } from '../knowledge/index.js';
import { nearestTerm } from '../knowledge/index.js';

/** A term of the glossary in plain words, or the one that was probably meant where there is none. */
export type ExplainedTerm =
  | { readonly term: string; readonly plain: string; readonly looksLike?: string }
  | { readonly nearest: string | undefined };

/** Under the words of a term, in every form that counts as it, the term; and how many words the longest one has. */
interface TermIndex {
  readonly terms: ReadonlyMap<string, string>;
  readonly longest: number;
}

const indexes = new WeakMap<KnowledgeBase, TermIndex>();

/**
 * The terms of the glossary that occur in a text as whole words, in the order in which they appear, each once. Case
 * counts for nothing, a plural is the term as well. Where terms overlap the longer one counts: `guest Wi-Fi` is not
 * `Wi-Fi`.
 */
export function termsIn(kb: KnowledgeBase, text: string): readonly string[] {
  const { terms, longest } = indexOf(kb);
  const found = new Set<string>();
  for (const run of runsOf(text)) {
    let at = 0;
    while (at < run.length) {
      let size = Math.min(longest, run.length - at);
      while (size > 0 && !terms.has(run.slice(at, at + size).join(' '))) size -= 1;
      const term = terms.get(run.slice(at, at + size).join(' '));
      if (term !== undefined) found.add(term);
      at += Math.max(1, size);
    }
  }
  return [...found];
}

/** Those terms in a text that are explained by themselves: not what most callers know. */
export function termsToExplain(kb: KnowledgeBase, text: string): readonly string[] {
  return termsIn(kb, text).filter((term) => kb.glossary.get(term)?.whenAsked !== true);
}

/** What a term means, as an agent types it: exactly, in the plural, with an article before it, or nearly right. */
export function explainTerm(kb: KnowledgeBase, term: string): ExplainedTerm {
  const written = term.trim();
  const [only, another] = termsIn(kb, written);
  const exact = kb.glossary.has(written) ? written : indexOf(kb).terms.get(`${wordsOf(written).join(' ')}s`);
  const meant = exact ?? (another === undefined ? only : undefined);
  const explained = meant === undefined ? undefined : kb.glossary.get(meant);
  if (meant === undefined || explained === undefined) return { nearest: nearestTerm(kb, written) };
  const { plain, looksLike } = explained;
  return { term: meant, plain, ...(looksLike === undefined ? {} : { looksLike }) };
}

function indexOf(kb: KnowledgeBase): TermIndex {
  let index = indexes.get(kb);
  if (index === undefined) {
    index = makeIndex([...kb.glossary.keys()]);
    indexes.set(kb, index);
  }
  return index;
}

function makeIndex(names: readonly string[]): TermIndex {
  const terms = new Map<string, string>();
  const add = (form: string, name: string): void => {
    if (form !== '' && !terms.has(form)) terms.set(form, name);
  };
  // First every term as it is written: a plural never takes the place of a term of its own.
  for (const name of names) add(wordsOf(name).join(' '), name);
  for (const name of names) {
    const written = wordsOf(name);
    // Wi-Fi is often written as one word.
    const forms = name.includes('-') ? [written.join(' '), written.join('')] : [written.join(' ')];
    for (const form of forms) for (const ending of ['', 's', 'es']) if (form !== '') add(`${form}${ending}`, name);
  }
  return { terms, longest: Math.max(0, ...names.map((name) => wordsOf(name).length)) };
}

function wordsOf(text: string): readonly string[] {
  return runsOf(text).flat();
}

/** The words of a text in small letters, in runs: a term can stretch over blanks and hyphens, over nothing else. */
function runsOf(text: string): readonly (readonly string[])[] {
  const runs: string[][] = [];
  let end = -1;
  // A gap that is still to be filled (`{router.model}`) is one word, and no term.
  for (const { 0: word, index } of text.matchAll(/\{[^{}\s]{1,100}\}|[\p{L}\p{M}\p{N}]+(?:\+\+|#)?/gu)) {
    const joined = end >= 0 && index - end < 20 && /^(?:\s+|[-\u2010\u2011])$/.test(text.slice(end, index));
    if (!joined) runs.push([]);
    runs.at(-1)?.push(word.normalize('NFC').toLowerCase());
    end = index + word.length;
  }
  return runs;
}
