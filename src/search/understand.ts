import type { OpenIndex } from './open-index.js';
import { isGroup } from './synonyms.js';
import { joinWords, type Token, tokensOf } from './tokens.js';
import { unitsOf } from './units.js';

/** How a word that was said was found among what the trees say. */
export type How = 'same' | 'synonym' | 'joined' | 'split' | 'spelling' | 'beginning';

/** A word that was said, and what it can mean. */
export interface Heard {
  /** Which word of the text it is. */
  readonly at: number;
  readonly said: string;
  /** The numbers of the terms it can stand for, and how surely each: at most 1. */
  readonly terms: ReadonlyMap<number, number>;
  readonly how: How;
  /** How much it tells. */
  readonly mass: number;
}

/** A text as far as it is understood. */
export interface Understanding {
  readonly heard: readonly Heard[];
  /** Words that mean nothing to the knowledge base, and may have mattered. */
  readonly notUnderstood: readonly string[];
  /** Whether something is asked for, or how it is done: that is no fault. */
  readonly isWish: boolean;
}

/** How surely a word means what it was found as. */
const sureness = { group: 0.85, split: 0.95, spelling: [1, 0.85, 0.65], beginning: 0.6 } as const;

/** How much a word of the story around the problem tells, beside other words. */
const storyShare = 0.5;

/** How much of a text is looked at: characters, words, words put right, and completions of the last one. */
const limits = { characters: 5_000, words: 400, corrections: 12, completions: 12 } as const;

/** Understands what was said, as far as the words of an index go. `typing`: the last word may be unfinished. */
export function understand(text: string, index: OpenIndex, typing: boolean): Understanding {
  const { language, synonyms, numbers } = index;
  const said = text.slice(0, limits.characters);
  const known = (stem: string): boolean => numbers.has(stem) || synonyms.groups.has(stem);
  const isPhrase = (stems: string): boolean => synonyms.groups.has(stems);
  const tokens = joinWords(tokensOf(said, language, limits.words), language, known, isPhrase);
  const last = typing && /[\p{L}\p{N}]$/u.test(said) ? tokens.length - 1 : -1;
  const heard: Heard[] = [];
  const notUnderstood = new Set<string>();
  let corrections = 0;
  let phraseTo = -1;
  for (const { token, at, terms } of unitsOf(tokens, synonyms)) {
    const add = (found: Iterable<string>, how: How, sure: number): boolean => {
      const known = termsOf(found, sure, index);
      if (known.size === 0) return false;
      const synonym = how === 'same' && !known.has(numbers.get(token.stem) ?? -1);
      const story = language.story.has(token.stem) ? storyShare : 1;
      const weighed = story === 1 ? known : new Map([...known].map(([term, sureness]) => [term, sureness * story]));
      heard.push({
        at,
        said: token.said,
        terms: weighed,
        how: synonym ? 'synonym' : how,
        mass: massOf(weighed, index),
      });
      return true;
    };
    const how = 'joined' in token ? 'joined' : 'same';
    const found = add(terms, how, 1);
    if (at === last && addCompletions(token, add, index)) continue;
    // The words of a phrase are looked up by themselves too, but as a part of it each is understood.
    if (found && token.stem === '') phraseTo = Math.max(phraseTo, at + token.said.split(' ').length - 1);
    if (found || token.stem === '' || at <= phraseTo) continue;
    if (language.story.has(token.stem) || /^\p{N}+$/u.test(token.said)) continue;
    const isWord = language.isWord(token.said);
    corrections += 1;
    const near = isWord || corrections > limits.corrections ? undefined : nearestStem(token, index);
    const parts = isWord || near?.changes === 1 ? undefined : partsOf(token.said, index);
    if (parts !== undefined) {
      for (const part of parts) add(withGroups(part, index), 'split', sureness.split);
      continue;
    }
    if (near !== undefined) {
      add(withGroups(near.stem, index), 'spelling', sureness.spelling[near.changes] ?? 0);
      continue;
    }
    // Typed beyond the stem: "notificati" is neither a word nor the beginning of a stem.
    if (at === last && add(stemWithin(token.said, index), 'beginning', sureness.beginning)) continue;
    if (token.said.length > 2) notUnderstood.add(token.said);
  }
  const plainly = ` ${tokens.map((token) => token.said).join(' ')} `;
  const isWish = language.wishes.some((phrase) => plainly.includes(` ${phrase} `));
  return { heard, notUnderstood: [...notUnderstood], isWish };
}

function termsOf(found: Iterable<string>, sure: number, { numbers }: OpenIndex): ReadonlyMap<number, number> {
  const terms = new Map<number, number>();
  for (const term of found) {
    const number = numbers.get(term);
    if (number === undefined) continue;
    const weight = sure * (isGroup(term) ? sureness.group : 1);
    terms.set(number, Math.max(weight, terms.get(number) ?? 0));
  }
  return terms;
}

function massOf(terms: ReadonlyMap<number, number>, { telling }: OpenIndex): number {
  let mass = 0;
  for (const [number, sure] of terms) mass = Math.max(mass, sure * (telling[number] ?? 0));
  return mass;
}

function withGroups(stem: string, { synonyms }: OpenIndex): readonly string[] {
  return [stem, ...(synonyms.groups.get(stem) ?? [])];
}

function addCompletions(
  { said, stem }: Token,
  add: (found: Iterable<string>, how: How, sure: number) => boolean,
  index: OpenIndex,
): boolean {
  if (said.length < 2) return false;
  const found: string[] = [];
  for (const [complete] of index.stems.atPrefix(said)) {
    if (complete !== stem) found.push(complete);
    if (found.length >= limits.completions) break;
  }
  return add(
    found.flatMap((complete) => withGroups(complete, index)),
    'beginning',
    sureness.beginning,
  );
}

/** The longest known stem that an unfinished word begins with, where the rest of it can become an ending. */
function stemWithin(said: string, index: OpenIndex): readonly string[] {
  for (let length = said.length - 1; length >= Math.max(4, said.length - 6); length -= 1) {
    const begun = said.slice(0, length);
    if (index.stems.has(begun)) return withGroups(begun, index);
  }
  return [];
}

/** The two known words that a word was written together from. */
function partsOf(said: string, { language, numbers }: OpenIndex): readonly string[] | undefined {
  for (let cut = shortestPart; cut <= said.length - shortestPart; cut += 1) {
    const parts = [said.slice(0, cut), said.slice(cut)];
    if (parts.some((part) => language.silent.has(part))) continue;
    const stems = parts.map((part) => language.stem(part));
    if (stems.every((stem) => numbers.has(stem))) return stems;
  }
  return undefined;
}

/** Shorter pieces are in many words by chance. */
const shortestPart = 3;

/** A stem that was probably meant, and how many letters were changed. */
interface Near {
  readonly stem: string;
  readonly changes: 1 | 2;
}

/**
 * The stem that was probably meant: few letters changed for its length, the first letter right; of several, the one
 * that stands in most places. A word of the story, or one that says nothing, can have been meant too.
 */
export function nearestStem(
  { said, stem }: Pick<Token, 'said' | 'stem'>,
  {
    stems,
    language,
    postings = [],
    numbers,
  }: Pick<OpenIndex, 'stems' | 'language'> & Partial<Pick<OpenIndex, 'postings' | 'numbers'>>,
): Near | undefined {
  if (stem.length < 4 || stem.length > 20) return undefined;
  for (let at = 0; at < said.length - 1; at += 1) {
    const swapped = language.stem(said.slice(0, at) + said.charAt(at + 1) + said.charAt(at) + said.slice(at + 2));
    if (stems.has(swapped)) return { stem: swapped, changes: 1 };
  }
  const found = new Map<string, number>();
  for (const typed of new Set([stem, said]))
    for (const [candidate, [, changes]] of stems.fuzzyGet(typed, typed.length >= 7 ? 2 : 1)) {
      if (candidate[0] !== stem[0] || changes < 1 || candidate.length < 4) continue;
      if (changes < (found.get(candidate) ?? 3)) found.set(candidate, changes);
    }
  const places = (candidate: string): number => postings[numbers?.get(candidate) ?? -1]?.length ?? 0;
  const [best] = [...found].sort(([a, x], [b, y]) => x - y || places(b) - places(a));
  return best === undefined ? undefined : { stem: best[0], changes: best[1] as Near['changes'] };
}
