import type { KnowledgeBase } from '../knowledge/index.js';
import type { Language } from './language.js';
import { joinedPhrase, type Token, tokensOf } from './tokens.js';

/** The groups of words that mean the same, by each word and phrase in them. */
export interface Synonyms {
  /** By the stems of a word or phrase, joined by blanks: the groups it belongs to. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** What longer phrases begin with, so that most words need not be looked at beyond the first. */
  readonly beginnings: ReadonlySet<string>;
}

/** What a group is called among the terms: no word begins so. */
const mark = '=';
const mostWords = 16;

/** Whether a term stands for a group of words and not for a word. */
export function isGroup(term: string): boolean {
  return term.startsWith(mark);
}

const read = new WeakMap<KnowledgeBase, Map<Language, Synonyms>>();

/** The synonyms of the glossary. The word that a group stands under belongs to it. */
export function synonymsOf(kb: KnowledgeBase, language: Language): Synonyms {
  const known = read.get(kb) ?? new Map<Language, Synonyms>();
  read.set(kb, known);
  const synonyms = known.get(language) ?? readSynonyms(kb, language);
  known.set(language, synonyms);
  return synonyms;
}

function readSynonyms({ synonyms }: KnowledgeBase, language: Language): Synonyms {
  const groups = new Map<string, string[]>();
  const beginnings = new Set<string>();
  for (const [word, others] of synonyms) {
    for (const phrase of [word, ...others].flatMap((each) => [each, joinedPhrase(each)])) {
      const stems = tokensOf(phrase, language, mostWords).map(({ stem }) => stem);
      if (stems.length === 0) continue;
      for (let length = 1; length < stems.length; length += 1) beginnings.add(stems.slice(0, length).join(' '));
      const key = stems.join(' ');
      const own = groups.get(key) ?? [];
      if (!own.includes(mark + word)) own.push(mark + word);
      groups.set(key, own);
    }
  }
  return { groups, beginnings };
}

/** Calls back for each word and phrase of a text that belongs to groups: where it begins, how many words it has. */
export function eachPhrase(
  tokens: readonly Token[],
  { groups, beginnings }: Synonyms,
  found: (at: number, length: number, groups: readonly string[]) => void,
): void {
  for (let at = 0; at < tokens.length; at += 1) {
    let key = '';
    for (let length = 1; at + length <= tokens.length && (length === 1 || beginnings.has(key)); length += 1) {
      const { stem } = tokens[at + length - 1] as Token;
      key = length === 1 ? stem : `${key} ${stem}`;
      const own = groups.get(key);
      if (own !== undefined) found(at, length, own);
    }
  }
}
