import type { KnowledgeBase } from '../knowledge/index.js';
import type { Entry } from './build-index.js';
import { nearestSymptom, type ReadSymptom } from './nearest-symptom.js';
import type { OpenIndex } from './open-index.js';
import type { Heard } from './understand.js';

/** Something that was found, and how much speaks for it. */
export interface Ranked {
  readonly entry: Entry;
  /** Its number in the index. */
  readonly at: number;
  /** The sum of what each word that was heard says for it. */
  readonly score: number;
  /** The symptom that is nearest to what was said; only of the first few, and where one is near. */
  readonly nearest?: ReadSymptom;
  /** How near that is; nought where there is none. */
  readonly near: number;
}

/** How many words are looked up: those that tell most. */
const mostWords = 48;

/** How many entries are ranked by their words, and of how many of them the symptoms are looked at. */
const limits = { ranked: 40, closely: 8 } as const;

/** Ranks what fits to what was heard, best first: by all its words, and then by the one symptom that is nearest. */
export function rank(kb: KnowledgeBase, heard: readonly Heard[], index: OpenIndex): readonly Ranked[] {
  const ranked = byWords(heard, index);
  const first = ranked.slice(0, limits.closely).map((each) => {
    const nearest = nearestSymptom(kb, each.entry, heard, index);
    if (nearest === undefined) return each;
    const { near, symptom } = nearest;
    return { ...each, score: each.score + near, near, nearest: symptom };
  });
  return [...first, ...ranked.slice(limits.closely)].sort((a, b) => b.score - a.score);
}

function byWords(heard: readonly Heard[], index: OpenIndex): readonly Ranked[] {
  const words = [...heard].sort((a, b) => b.mass - a.mass).slice(0, mostWords);
  const scores = new Float64Array(index.entries.length);
  const best = new Float64Array(index.entries.length);
  for (const { terms } of words) {
    const touched: number[] = [];
    for (const [term, sure] of terms) {
      const posting = index.postings[term] ?? [];
      for (let at = 0; at < posting.length; at += 2) {
        const entry = posting[at] as number;
        const impact = sure * (posting[at + 1] as number);
        const before = best[entry] as number;
        if (before === 0) touched.push(entry);
        if (impact > before) best[entry] = impact;
      }
    }
    // A word speaks for an entry by the strongest of what it can mean.
    for (const entry of touched) {
      scores[entry] = (scores[entry] as number) + (best[entry] as number);
      best[entry] = 0;
    }
  }
  return highest(scores, limits.ranked).map((at) => ({
    entry: index.entries[at] as Entry,
    at,
    score: scores[at] as number,
    near: 0,
  }));
}

/** Where the highest values stand that are over nought, highest first. */
function highest(scores: Float64Array, most: number): readonly number[] {
  const found: number[] = [];
  let least = 0;
  for (let entry = 0; entry < scores.length; entry += 1) {
    const score = scores[entry] as number;
    if (score <= least) continue;
    let at = found.length;
    while (at > 0 && (scores[found[at - 1] as number] as number) < score) at -= 1;
    found.splice(at, 0, entry);
    if (found.length > most) found.pop();
    if (found.length === most) least = scores[found[most - 1] as number] as number;
  }
  return found;
}
