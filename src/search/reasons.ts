import type { OpenIndex } from './open-index.js';
import type { Ranked } from './rank.js';
import { tokensOf } from './tokens.js';
import type { Heard, How } from './understand.js';
import { type Unit, unitsOf } from './units.js';

/** A word that was said, and what it was found as. */
export interface Match {
  readonly said: string;
  /** The word of the symptom, or the group of synonyms; absent where it is the same word. */
  readonly as?: string;
  readonly how: How;
}

/** The words that were found in what was ranked, and as what: words of the symptom that is nearest, where they are in it. */
export function matchesIn(
  { at }: Ranked,
  symptom: string | undefined,
  heard: readonly Heard[],
  index: OpenIndex,
): readonly Match[] {
  const nearest = symptom === undefined ? [] : unitsOf(tokensOf(symptom, index.language, mostWords), index.synonyms);
  const words = new Map<string, Match>();
  for (const each of heard) {
    const found = [...each.terms.keys()].filter((term) => holds(index.postings[term] ?? [], at));
    if (found.length > 0 && !words.has(each.said)) words.set(each.said, matchOf(each, found, nearest, index));
  }
  return [...words.values()];
}

const mostWords = 400;

function holds(posting: readonly number[], entry: number): boolean {
  for (let at = 0; at < posting.length; at += 2) if (posting[at] === entry) return true;
  return false;
}

function matchOf({ said, how }: Heard, found: readonly number[], nearest: readonly Unit[], index: OpenIndex): Match {
  const terms = found.map((term) => index.terms[term] ?? '');
  const unit = nearest.find((each) => each.terms.some((term) => terms.includes(term)));
  const as = unit?.token.said ?? (terms[0] ?? '').replace(/^=/, '');
  return as === said || as === '' || how === 'same' ? { said, how } : { said, as, how };
}
