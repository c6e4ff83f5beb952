import { type BroadQuestion, type KnowledgeBase, keptWith, type NotCovered } from '../knowledge/index.js';
import { buildIndexes, type StoredIndex } from './build-index.js';
import { judge } from './confidence.js';
import { type FactHeard, factsHeard } from './heard-facts.js';
import { type OpenIndex, openIndex } from './open-index.js';
import { rank } from './rank.js';
import { type Match, matchesIn } from './reasons.js';
import { understand } from './understand.js';

/** A tree that fits what was said. */
export interface Result {
  readonly tree: string;
  readonly title: string;
  /** The symptom that is nearest to what was said; absent where none of them is near. */
  readonly symptom?: string;
  /** How likely it is the right one, from 0 to 1, as measured: bench/README.md says how well that holds. */
  readonly confidence: number;
  /** The words that were found, and as what. */
  readonly matched: readonly Match[];
}

/** What the words of a caller lead to. */
export interface Found {
  /** Whether a tree fits. Where none does, `results` are still what is nearest. */
  readonly fits: boolean;
  /** The likeliest first. */
  readonly results: readonly Result[];
  /** The subject that was meant, where it is one that no tree covers. */
  readonly notCovered?: NotCovered;
  /** Words that mean nothing to the knowledge base, and may have mattered. */
  readonly notUnderstood: readonly string[];
  /** What to ask when nothing fits. */
  readonly ask: readonly BroadQuestion[];
}

/** How a search is made. */
export interface SearchOptions {
  /** How many results there are at most: 5 without it. */
  readonly limit?: number;
  /** The last word may be unfinished, because it is being typed. */
  readonly typing?: boolean;
}

/** A knowledge base that can be searched at once, for results while somebody types. */
export interface Search {
  find(words: string, options?: SearchOptions): Found;
}

/** Changes whenever what is stored changes its form, or is made in another way. */
const storedFormat = 1;

/** The questions that narrow it down, where the knowledge base has none of its own. */
const usualQuestions: readonly BroadQuestion[] = [
  { ask: 'What is it about?', say: 'Which device or which program is it about?' },
  { ask: 'What was to be done?', say: 'What were you doing, or what did you want to do?' },
  { ask: 'What is seen or heard?', say: 'What do you see now? Please read out any message, word for word.' },
];

const opened = new WeakMap<KnowledgeBase, Promise<readonly OpenIndex[]>>();

/**
 * Opens the search of a knowledge base. Its index is made once for each knowledge base.
 * @param cache a directory in which the index is kept between runs; the one that `loadFolder` is given
 */
export async function openSearch(kb: KnowledgeBase, { cache }: { readonly cache?: string } = {}): Promise<Search> {
  let indexes = opened.get(kb);
  if (indexes === undefined) {
    indexes = openIndexes(kb, cache);
    opened.set(kb, indexes);
  }
  const ready = await indexes;
  return { find: (words, options = {}) => find(kb, ready, words, options) };
}

/**
 * Finds the trees to begin in by what the caller says, and the facts that the words tell. Any text will do: a few
 * thousand characters of it are looked at.
 * @param today the day on which it is said, as `2026-11-01`, for facts that are dates
 */
export async function search(
  kb: KnowledgeBase,
  words: string,
  { today, ...options }: SearchOptions & { readonly today?: string } = {},
): Promise<Found & { readonly facts: readonly FactHeard[] }> {
  const { find } = await openSearch(kb);
  return { ...find(words, options), facts: await factsHeard(kb, words, today) };
}

async function openIndexes(kb: KnowledgeBase, cache: string | undefined): Promise<readonly OpenIndex[]> {
  const make = (): readonly StoredIndex[] => buildIndexes(kb);
  const stored =
    cache === undefined
      ? make()
      : (JSON.parse(await keptWith(cache, kb.hash, 'search', storedFormat, () => JSON.stringify(make()))) as readonly StoredIndex[]);
  return stored.map((each) => openIndex(kb, each));
}

function find(kb: KnowledgeBase, indexes: readonly OpenIndex[], words: string, { limit = 5, typing = false }: SearchOptions): Found {
  const each = indexes.map((index) => {
    const understanding = understand(words, index, typing);
    return { index, understanding, ranked: rank(kb, understanding.heard, index) };
  });
  const judged = each.map((one) => ({ ...one, ...judge(one.understanding, one.ranked, one.index) }));
  const best = judged.reduce((a, b) => (b.fit > a.fit ? b : a));
  const results = judged
    .flatMap((one) => one.trees.map((tree) => ({ ...one, ...tree })))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, limit)
    .map(({ ranked: found, confidence, understanding, index }) => ({
      tree: found.entry.id,
      title: kb.trees.get(found.entry.id)?.title ?? found.entry.id,
      ...(found.nearest === undefined ? {} : { symptom: found.nearest.text }),
      confidence,
      matched: matchesIn(found, understanding.heard, index),
    }));
  const notCovered = best.outside === undefined ? undefined : kb.notCovered.get(best.outside);
  return {
    fits: best.fits,
    results,
    ...(notCovered === undefined ? {} : { notCovered }),
    notUnderstood: best.understanding.notUnderstood,
    ask: kb.nothingFits.ask.length > 0 ? kb.nothingFits.ask : usualQuestions,
  };
}
