import type { ReadSymptom } from './nearest-symptom.js';
import type { OpenIndex } from './open-index.js';
import type { Ranked } from './rank.js';
import type { Heard, How } from './understand.js';

/** A word that was said, and what it was found as. */
export interface Match {
  readonly said: string;
  /** The word of the symptom, or the group of synonyms; absent where it is the same word. */
  readonly as?: string;
  readonly how: How;
}

/** The words that were found in what was ranked, and as what. */
export function matchesIn({ at, nearest }: Ranked, heard: readonly Heard[], index: OpenIndex): readonly Match[] {
  const words = new Map<string, Match>();
  for (const each of heard) {
    const found = [...each.terms.keys()].filter((term) => holds(index.postings[term] ?? [], at));
    if (found.length > 0 && !words.has(each.said)) words.set(each.said, matchOf(each, found, nearest, index));
  }
  return [...words.values()];
}

function holds(posting: readonly number[], entry: number): boolean {
  for (let at = 0; at < posting.length; at += 2) if (posting[at] === entry) return true;
  return false;
}

function matchOf(
  { said, how }: Heard,
  found: readonly number[],
  nearest: ReadSymptom | undefined,
  index: OpenIndex,
): Match {
  const word = nearest?.words.find(({ terms }) => terms.some((term) => found.includes(term)));
  const as = word?.said ?? (index.terms[found[0] ?? -1] ?? '').replace(/^=/, '');
  return as === said || as === '' || how === 'same' ? { said, how } : { said, as, how };
}
