import type { Condition } from '../../rules/index.js';
import type { Procedure, Step } from '../model.js';
import { entriesOf, keyPlace, valuePlace } from '../read/index.js';
import { withoutUndefined } from '../without-undefined.js';
import { type ConditionNames, linkCondition } from './conditions.js';
import type { StepsValue } from './files.js';
import { type Linking, lookUp, type Names } from './linking.js';
import { fillIn } from './placeholders.js';
import { wordingsOf } from './wordings-of.js';

/** The most steps a list may have with all its procedures. */
export const mostSteps = 200;
const longestText = 2000;

/** A procedure with its steps, in which parameters still stand in braces. */
export interface LinkedProcedure extends Procedure {
  readonly parameters: readonly string[];
  /** Absent where they cannot be read. */
  readonly steps?: readonly Step[];
}

/** What steps refer to. */
export interface StepNames extends ConditionNames {
  readonly procedures: Names<LinkedProcedure>;
}

type Say = Extract<StepsValue[number], { say: string }>;
type Use = Extract<StepsValue[number], { use: string }>;

const seconds = { s: 1, min: 60, h: 3600, d: 86_400 } as const;

/** The seconds of a duration such as `30s` or `5min`. */
function secondsOf(duration: string): number {
  const [, count, unit] = /^([0-9]+)(s|min|h|d)$/.exec(duration) ?? [];
  return Number(count ?? 0) * (seconds[unit as keyof typeof seconds] ?? 0);
}

/**
 * The steps to read, with procedures written out and their parameters filled in; nothing where a part of them cannot be
 * had. `parent` and `key` say where the list stands.
 */
export function linkSteps(parent: object, key: string, names: StepNames, linking: Linking): Step[] | undefined {
  const list = (parent as Record<string, StepsValue>)[key] as StepsValue;
  const linked: Step[] = [];
  let whole = true;
  for (const item of list) {
    const steps = 'use' in item ? useSteps(item, names, linking) : sayStep(item, names, linking);
    if (steps === undefined) whole = false;
    else linked.push(...steps);
  }
  if (linked.length > mostSteps) {
    linking.report('steps-too-many', keyPlace(parent, key), { limit: mostSteps });
    return undefined;
  }
  return whole ? linked : undefined;
}

function sayStep(item: Say, names: StepNames, linking: Linking): Step[] | undefined {
  const when = item.when && linkCondition(item.when, names, linking);
  if (item.when !== undefined && when === undefined) return undefined;
  const step = withoutUndefined({
    when,
    say: item.say,
    expect: item.expect,
    wait: item.wait === undefined ? undefined : secondsOf(item.wait),
    ifConfused: wordingsOf(item.if_confused),
    note: item.note,
    risky: item.risky ?? false,
  });
  return [step];
}

function useSteps(item: Use, names: StepNames, linking: Linking): Step[] | undefined {
  const when = item.when && linkCondition(item.when, names, linking);
  const procedure = lookUp(names.procedures, item.use, 'unknown-procedure', item, 'use', linking);
  if (procedure === undefined) return undefined;
  checkParameters(procedure.id, procedure.parameters, item, 'use', linking);
  if (procedure.steps === undefined || (item.when !== undefined && when === undefined)) return undefined;
  const values = new Map(item.with === undefined ? [] : entriesOf(item.with));
  const steps = procedure.steps.map((step) => fillStep(step, procedure.id, values, when));
  const longest = Math.max(0, ...steps.flatMap(textsOf).map((text) => text.length));
  if (longest <= longestText) return steps;
  linking.report('too-long', valuePlace(item, 'use'), { limit: longestText });
  return undefined;
}

const textsOf = (step: Step): readonly string[] => [
  step.say,
  step.expect ?? '',
  ...(step.ifConfused ?? []),
  step.note ?? '',
];

function fillStep(step: Step, procedure: string, values: ReadonlyMap<string, string>, when?: Condition): Step {
  const fill = (text: string | undefined) => (text === undefined ? undefined : fillIn(text, values));
  const both = when !== undefined && step.when !== undefined ? { all: [when, step.when] } : (when ?? step.when);
  return withoutUndefined({
    ...step,
    when: both,
    say: fillIn(step.say, values),
    expect: fill(step.expect),
    ifConfused: step.ifConfused?.map((text) => fillIn(text, values)),
    note: fill(step.note),
    procedure: step.procedure ?? procedure,
  });
}

/** Reports parameters that are needed and not given, and those that are given and not known. */
export function checkParameters(
  owner: string,
  parameters: readonly string[],
  item: { readonly with?: Readonly<Record<string, string>> | undefined },
  key: string,
  { report }: Linking,
): void {
  for (const name of parameters)
    if (item.with === undefined || !Object.hasOwn(item.with, name))
      report('parameter-missing', valuePlace(item, key), { owner, name });
  for (const [name] of item.with === undefined ? [] : entriesOf(item.with))
    if (!parameters.includes(name))
      report('parameter-unknown', keyPlace(item.with as object, name), { owner, name, among: parameters });
}
