import { type BroadQuestion, type KnowledgeBase, keptWith } from '../knowledge/index.js';
import { buildIndexes, type StoredIndex } from './build-index.js';
import { judge } from './confidence.js';
import type { Found, Result, Search, SearchOptions } from './found.js';
import { type OpenIndex, openIndex } from './open-index.js';
import { rank } from './rank.js';
import { matchesIn } from './reasons.js';
import { understand } from './understand.js';

/** Changes whenever what is stored changes its form, or is made in another way. */
const storedFormat = 4;

/** The questions that narrow it down, where the knowledge base has none of its own. */
const usualQuestions: readonly BroadQuestion[] = [
  { ask: 'What is it about?', say: 'Which device or which program is it about?' },
  { ask: 'What was to be done?', say: 'What were you doing, or what did you want to do?' },
  { ask: 'What is seen or heard?', say: 'What do you see now? Please read out any message, word for word.' },
];

/** Opens the search of a knowledge base; with a cache directory the index is taken from there, or kept there. */
export async function openIndexes(kb: KnowledgeBase, cache: string | undefined): Promise<Search> {
  const indexes = await readIndexes(kb, cache);
  return { find: (words, options = {}) => find(kb, indexes, words, options) };
}

async function readIndexes(kb: KnowledgeBase, cache: string | undefined): Promise<readonly OpenIndex[]> {
  const make = (): readonly StoredIndex[] => buildIndexes(kb);
  const stored =
    cache === undefined
      ? make()
      : (JSON.parse(
          await keptWith(cache, kb.hash, 'search', storedFormat, () => JSON.stringify(make())),
        ) as readonly StoredIndex[]);
  return stored.map((each) => openIndex(kb, each));
}

function find(
  kb: KnowledgeBase,
  indexes: readonly OpenIndex[],
  words: string,
  { limit = 5, typing = false }: SearchOptions,
): Found {
  const each = indexes.map((index) => {
    const understanding = understand(words, index, typing);
    return { index, understanding, ranked: rank(understanding.heard, index) };
  });
  const judged = each.map((one) => ({ ...one, ...judge(one.understanding, one.ranked, one.index) }));
  const best = judged.reduce((a, b) => (b.fit > a.fit ? b : a));
  const results = judged
    .flatMap((one) => one.trees.map((tree) => ({ ...one, ...tree })))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, limit)
    .map(({ ranked: found, confidence, understanding, index }): Result => {
      const tree = kb.trees.get(found.entry.id);
      const symptom = found.symptom === undefined ? undefined : tree?.symptoms[found.symptom];
      return {
        tree: found.entry.id,
        title: tree?.title ?? found.entry.id,
        ...(symptom === undefined ? {} : { symptom }),
        confidence,
        matched: matchesIn(found, symptom, understanding.heard, index),
      };
    });
  const notCovered = best.outside === undefined ? undefined : kb.notCovered.get(best.outside);
  return {
    fits: best.fits,
    results,
    ...(notCovered === undefined ? {} : { notCovered }),
    notUnderstood: best.understanding.notUnderstood,
    ask: kb.nothingFits.ask.length > 0 ? kb.nothingFits.ask : usualQuestions,
  };
}
