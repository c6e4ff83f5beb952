import type { KnowledgeBase } from '../knowledge/index.js';
import type { Entry } from './build-index.js';
import type { OpenIndex } from './open-index.js';
import { tokensOf } from './tokens.js';
import type { Heard } from './understand.js';
import { unitsOf } from './units.js';

/** A symptom, read as words. */
export interface ReadSymptom {
  readonly text: string;
  /** Its words, each with the numbers of the terms under which it is looked up. */
  readonly words: readonly { readonly said: string; readonly terms: readonly number[] }[];
}

/** The symptom that is nearest to what was said, and how near: how much that tells, times how much of the symptom it is. */
export interface Nearest {
  readonly symptom: ReadSymptom;
  readonly near: number;
}

const symptomsRead = new WeakMap<OpenIndex, Map<Entry, readonly ReadSymptom[]>>();
const mostWords = 400;
/** How many trees' symptoms are remembered as words. */
const remembered = 2_000;

/** The symptom of a tree, or of a subject that no tree covers, that is nearest to what was said; none where nothing of any was said. */
export function nearestSymptom(
  kb: KnowledgeBase,
  entry: Entry,
  heard: readonly Heard[],
  index: OpenIndex,
): Nearest | undefined {
  const { telling } = index;
  const sure = new Map<number, number>();
  for (const { terms } of heard)
    for (const [term, sureness] of terms) sure.set(term, Math.max(sureness, sure.get(term) ?? 0));
  let best: Nearest | undefined;
  for (const symptom of symptomsOf(kb, entry, index)) {
    let got = 0;
    let whole = 0;
    for (const { terms } of symptom.words) {
      let tells = 0;
      let reached = 0;
      for (const term of terms) {
        const told = telling[term] ?? 0;
        if (told > tells) tells = told;
        const got = (sure.get(term) ?? 0) * told;
        if (got > reached) reached = got;
      }
      whole += tells;
      got += reached;
    }
    const near = whole === 0 ? 0 : (got * got) / whole;
    if (near > (best?.near ?? 0)) best = { symptom, near };
  }
  return best;
}

function symptomsOf(kb: KnowledgeBase, entry: Entry, index: OpenIndex): readonly ReadSymptom[] {
  let all = symptomsRead.get(index);
  if (all === undefined || all.size > remembered) {
    all = new Map();
    symptomsRead.set(index, all);
  }
  let read = all.get(entry);
  if (read === undefined) {
    const { id, covered } = entry;
    const { symptoms = [] } = (covered ? kb.trees.get(id) : kb.notCovered.get(id)) ?? {};
    read = symptoms.map((text) => ({
      text,
      words: unitsOf(tokensOf(text, index.language, mostWords), index.synonyms).map(({ token, terms }) => ({
        said: token.said,
        terms: terms.flatMap((term) => index.numbers.get(term) ?? []),
      })),
    }));
    all.set(entry, read);
  }
  return read;
}
