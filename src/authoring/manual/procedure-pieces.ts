import type { Condition, Step } from '../../knowledge/index.js';

/** A step of a list, or the steps of a procedure in it as they stand there, with what has to hold for all of them. */
export type StepPiece =
  | { readonly step: Step }
  | { readonly procedure: string; readonly steps: readonly Step[]; readonly when?: Condition };

/** The steps of a list with those together that come from one procedure. */
export function procedurePieces(steps: readonly Step[]): readonly StepPiece[] {
  const pieces: StepPiece[] = [];
  for (let at = 0; at < steps.length; ) {
    const step = steps[at] as Step;
    const { procedure } = step;
    const end = steps.findIndex((each, index) => index > at && each.procedure !== procedure);
    const run = steps.slice(at, end < 0 ? undefined : end);
    if (procedure === undefined) pieces.push(...run.map((each) => ({ step: each })));
    else pieces.push({ procedure, ...withSharedCondition(run) });
    at += run.length;
  }
  return pieces;
}

/** What the steps have in common goes before all of them: a condition at the use of a procedure stands in each of its steps. */
function withSharedCondition(steps: readonly Step[]): { readonly steps: readonly Step[]; readonly when?: Condition } {
  const first = steps[0]?.when;
  if (first === undefined) return { steps };
  const candidates = 'all' in first && first.all.length === 2 ? [first, first.all[0] as Condition] : [first];
  for (const shared of candidates) {
    const key = JSON.stringify(shared);
    const left = steps.map((step) => withoutCondition(step, key));
    if (left.every((step) => step !== undefined)) return { steps: left, when: shared };
  }
  return { steps };
}

function withoutCondition(step: Step, shared: string): Step | undefined {
  const { when, ...rest } = step;
  if (when === undefined) return undefined;
  if (JSON.stringify(when) === shared) return rest;
  if (!('all' in when) || when.all.length !== 2 || JSON.stringify(when.all[0]) !== shared) return undefined;
  return { ...rest, when: when.all[1] as Condition };
}
