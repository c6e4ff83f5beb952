import type { Entry } from './build-index.js';
import { nearestSymptom, surenessOf } from './nearest-symptom.js';
import type { OpenIndex } from './open-index.js';
import type { Heard } from './understand.js';

/** Something that was found, and how much speaks for it. */
export interface Ranked {
  readonly entry: Entry;
  /** Its number in the index. */
  readonly at: number;
  /** The sum of what each word that was heard says for it. */
  readonly score: number;
  /** Which of its symptoms is nearest to what was said; only of the first few, and where one is near. */
  readonly symptom?: number;
  /** How near that is; nought where there is none. */
  readonly near: number;
}

/** How many words are looked up, those that tell most first; and in how many places, which only thousands of trees have. */
const mostWords = 48;
const mostPlaces = 30_000;

/** How many entries are ranked by their words, and of how many of them the symptoms are looked at. */
const limits = { ranked: 40, closely: 8 } as const;

/** Ranks what fits to what was heard, best first: by all its words, and then by the one symptom that is nearest. */
export function rank(heard: readonly Heard[], index: OpenIndex): readonly Ranked[] {
  const ranked = byWords(heard, index);
  const sure = surenessOf(heard);
  const first = ranked.slice(0, limits.closely).map((each) => {
    const nearest = nearestSymptom(each.at, sure, index);
    if (nearest === undefined) return each;
    const { near, symptom } = nearest;
    return { ...each, score: each.score + near, near, symptom };
  });
  return [...first, ...ranked.slice(limits.closely)].sort((a, b) => b.score - a.score);
}

function byWords(heard: readonly Heard[], index: OpenIndex): readonly Ranked[] {
  const words = [...heard].sort((a, b) => b.mass - a.mass).slice(0, mostWords);
  const scores = new Float64Array(index.entries.length);
  const best = new Float64Array(index.entries.length);
  let places = 0;
  for (const { terms } of words) {
    if (places > mostPlaces) break;
    const touched: number[] = [];
    for (const [term, sure] of terms) {
      const posting = index.postings[term] ?? [];
      places += posting.length / 2;
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
