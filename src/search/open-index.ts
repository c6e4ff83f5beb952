import SearchableMap from 'minisearch/SearchableMap';
import type { KnowledgeBase } from '../knowledge/index.js';
import type { StoredIndex } from './build-index.js';
import { type Language, languageOf } from './language.js';
import { isGroup, type Synonyms, synonymsOf } from './synonyms.js';

/** An index that can be searched. Nothing about it changes any more. */
export interface OpenIndex extends Omit<StoredIndex, 'language'> {
  readonly language: Language;
  readonly synonyms: Synonyms;
  /** How much the word tells that tells most. */
  readonly mostTelling: number;
  /** The number of each term. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Every stem that means something, to find what was meant by a misspelt or unfinished word. */
  readonly stems: SearchableMap<true>;
}

/** Opens an index of a knowledge base. */
export function openIndex(kb: KnowledgeBase, stored: StoredIndex): OpenIndex {
  const language = languageOf(stored.language);
  const synonyms = synonymsOf(kb, language);
  const stems = new SearchableMap<true>();
  for (const term of stored.terms) if (!isGroup(term)) stems.set(term, true);
  for (const word of [...language.silent, ...language.story]) if (word.length > 4) stems.set(language.stem(word), true);
  for (const phrase of synonyms.groups.keys()) if (!phrase.includes(' ')) stems.set(phrase, true);
  const numbers = new Map(stored.terms.map((term, number) => [term, number]));
  const mostTelling = stored.telling.reduce((most, tells) => Math.max(most, tells), 1);
  return { ...stored, language, synonyms, mostTelling, numbers, stems };
}
