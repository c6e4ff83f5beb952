import { endOfSymptom, endOfWord } from './build-index.js';
import type { OpenIndex } from './open-index.js';
import type { Heard } from './understand.js';

/** The symptom that is nearest to what was said, and how near: how much that tells, times how much of the symptom it is. */
export interface Nearest {
  /** Which of the symptoms. */
  readonly symptom: number;
  readonly near: number;
}

/** How surely each term was heard. */
export function surenessOf(heard: readonly Heard[]): ReadonlyMap<number, number> {
  const sure = new Map<number, number>();
  for (const { terms } of heard)
    for (const [term, sureness] of terms) if (sureness > (sure.get(term) ?? 0)) sure.set(term, sureness);
  return sure;
}

/** The symptom of an entry that is nearest to what was heard; none where nothing of any was. */
export function nearestSymptom(
  entry: number,
  sure: ReadonlyMap<number, number>,
  { symptoms, telling }: OpenIndex,
): Nearest | undefined {
  let best: Nearest | undefined;
  let symptom = 0;
  let got = 0;
  let whole = 0;
  let tells = 0;
  let reached = 0;
  for (const term of symptoms[entry] ?? []) {
    if (term === endOfWord) {
      whole += tells;
      got += reached;
      tells = 0;
      reached = 0;
    } else if (term === endOfSymptom) {
      const near = whole === 0 ? 0 : (got * got) / whole;
      if (near > (best?.near ?? 0)) best = { symptom, near };
      symptom += 1;
      got = 0;
      whole = 0;
    } else {
      const told = telling[term] ?? 0;
      if (told > tells) tells = told;
      const heard = (sure.get(term) ?? 0) * told;
      if (heard > reached) reached = heard;
    }
  }
  return best;
}
