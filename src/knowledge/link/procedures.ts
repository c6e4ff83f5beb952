import { components, findLoops } from '../graph/index.js';
import { valuePlace } from '../read/index.js';
import { withoutUndefined } from '../without-undefined.js';
import type { ConditionNames } from './conditions.js';
import { declareIds } from './declare-ids.js';
import type { FileValue, StepsValue, ValidFile } from './files.js';
import { isSound, type Linking, type Names } from './linking.js';
import { checkPlaceholders, checkText } from './placeholders.js';
import { type LinkedProcedure, linkSteps } from './steps.js';

type ProcedureValue = FileValue<'procedure'>;

/** Links all procedures, each after those that it uses. */
export function linkProcedures(
  files: readonly ValidFile[],
  names: ConditionNames,
  linking: Linking,
): Names<LinkedProcedure> {
  const declared = declareIds(files, 'procedure', linking);
  const values = new Map<string, ProcedureValue>();
  for (const [id, file] of declared)
    if (file.holder !== undefined && isSound(file.holder, 'root', linking))
      values.set(id, file.holder.root as ProcedureValue);
  const uses = (id: string): readonly string[] => usedIn(values.get(id)?.steps ?? []);
  const looping = new Set<string>();
  for (const loop of findLoops([...values.keys()], uses)) {
    for (const id of loop) looping.add(id);
    const places = loop.map((id) => ({
      place: valuePlace(values.get(id) as ProcedureValue, 'procedure'),
      message: `"${id}"`,
    }));
    const [first, ...others] = places;
    if (first !== undefined) linking.report('procedure-loop', first.place, { names: loop }, others);
  }
  const known = new Map<string, LinkedProcedure | undefined>([...declared.keys()].map((id) => [id, undefined]));
  const usable = (id: string) => values.has(id);
  for (const id of components([...values.keys()], (one) => uses(one).filter(usable)).flat()) {
    const value = values.get(id) as ProcedureValue;
    const parameters = value.parameters ?? [];
    const found = new Set([
      ...checkText(value, 'title', names.facts, parameters, linking),
      ...checkPlaceholders(value.steps, names.facts, parameters, linking),
    ]);
    // It is asked of the procedure as such, whatever its parameters are in one place or another.
    if (value.tried !== undefined) checkText(value, 'tried', names.facts, [], linking);
    for (const [index, name] of parameters.entries())
      if (!found.has(name)) linking.report('parameter-unused', valuePlace(value.parameters as object, index), { name });
    const steps = linkSteps(value, 'steps', { ...names, procedures: { known, complete: true } }, linking);
    const fine = steps !== undefined && !looping.has(id);
    const { title, tried } = value;
    known.set(id, withoutUndefined({ id, title, tried, parameters, steps: fine ? steps : undefined }));
  }
  return { known, complete: true };
}

function usedIn(steps: StepsValue): readonly string[] {
  return steps.flatMap((step) => ('use' in step ? [step.use] : []));
}
