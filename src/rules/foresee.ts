import type { Condition, KnownFacts, NamedConditions, Verdict } from './condition.js';
import { type NormalForm, normalForm, openFacts, truthOf } from './normal-form.js';

/** A condition that can be looked at again and again for calls that have not come to it yet. */
export interface Foresight {
  /** The verdict that the judge would give; at once, and without running the engine. */
  verdict(known: KnownFacts): Verdict;
  /** The unknown facts on which it still depends, in written order. */
  open(known: KnownFacts): readonly string[];
}

/**
 * Looks ahead at a condition. A call is only ever led by the verdicts of json-rules-engine; this says beforehand what
 * they would be for each of the answers that may still come, of which there are too many to run the engine for.
 */
export function foresee(condition: Condition, named: NamedConditions): Foresight {
  const form: NormalForm = normalForm(condition, named);
  const opposite = normalForm(condition, named, true);
  return {
    verdict: (known) =>
      truthOf(form, known) === true ? 'true' : truthOf(opposite, known) === true ? 'false' : 'undetermined',
    open: (known) => openFacts(form, known),
  };
}
