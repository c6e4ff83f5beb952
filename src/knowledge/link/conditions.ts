import type { Comparison, Condition, Operator, Scalar } from '../../rules/index.js';
import { factValue } from '../fact-value.js';
import { findLoops } from '../graph/index.js';
import type { Fact, FactType } from '../model.js';
import { entriesOf, keyPlace, sourceOf, valuePlace } from '../read/index.js';
import { isSound, type Linking, lookUp, type Names } from './linking.js';

const oneValue: readonly Operator[] = ['equal', 'notEqual', 'in', 'notIn'];
const ordered: readonly Operator[] = [
  ...oneValue,
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
];
const operatorsOf: Readonly<Record<FactType, readonly Operator[]>> = {
  text: oneValue,
  choice: oneValue,
  'yes-no': oneValue,
  choices: ['contains', 'doesNotContain'],
  number: ordered,
  date: ordered,
};

/** What conditions refer to. */
export interface ConditionNames {
  readonly facts: Names<Fact>;
  readonly conditions: Names<Condition>;
}

/** Checks the conditions that are declared with a name, and finds those that depend on each other. */
export function linkNamedConditions(
  value: Readonly<Record<string, Condition>>,
  complete: boolean,
  facts: Names<Fact>,
  linking: Linking,
): Names<Condition> {
  const written = entriesOf(value);
  const declared: Names<Condition> = { complete, known: new Map(written) };
  const sound = written.filter(([name]) => isSound(value, name, linking));
  const uses = new Map(sound.map(([name, condition]) => [name, namesIn(condition)]));
  const looping = new Set<string>();
  for (const names of findLoops([...uses.keys()], (name) => uses.get(name) ?? [])) {
    for (const name of names) looping.add(name);
    const [first, ...others] = names.map((name) => ({ place: keyPlace(value, name), message: `"${name}"` }));
    if (first !== undefined) linking.report('condition-cycle', first.place, { names }, others);
  }
  const known = new Map<string, Condition | undefined>();
  for (const [name] of written) known.set(name, undefined);
  for (const [name, condition] of sound) {
    const linked = linkCondition(condition, { facts, conditions: declared }, linking);
    if (!looping.has(name)) known.set(name, linked);
  }
  // One that uses a broken one is broken as well: it could never be decided.
  for (let changed = true; changed; ) {
    changed = false;
    for (const [name, condition] of known)
      if (condition !== undefined && namesIn(condition).some((used) => known.get(used) === undefined)) {
        known.set(name, undefined);
        changed = true;
      }
  }
  return { complete, known };
}

function namesIn(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(namesIn);
  if ('any' in condition) return condition.any.flatMap(namesIn);
  if ('not' in condition) return namesIn(condition.not);
  return 'condition' in condition ? [condition.condition] : [];
}

/**
 * Checks one condition against the declared facts and named conditions. Gives it with its values as the facts keep
 * them, or nothing where it cannot be used.
 */
export function linkCondition(condition: Condition, names: ConditionNames, linking: Linking): Condition | undefined {
  if ('all' in condition) {
    const all = linkEach(condition.all, names, linking);
    return all && { all };
  }
  if ('any' in condition) {
    const any = linkEach(condition.any, names, linking);
    return any && { any };
  }
  if ('not' in condition) {
    const not = linkCondition(condition.not, names, linking);
    return not && { not };
  }
  if ('condition' in condition) {
    const named = lookUp(names.conditions, condition.condition, 'unknown-condition', condition, 'condition', linking);
    return named && { condition: condition.condition };
  }
  return linkComparison(condition, names, linking);
}

function linkEach(all: readonly Condition[], names: ConditionNames, linking: Linking): Condition[] | undefined {
  const linked = all.map((one) => linkCondition(one, names, linking));
  return linked.includes(undefined) ? undefined : (linked as Condition[]);
}

function linkComparison(comparison: Comparison, names: ConditionNames, linking: Linking): Comparison | undefined {
  const { report } = linking;
  const { operator, value } = comparison;
  const fact = lookUp(names.facts, comparison.fact, 'unknown-fact', comparison, 'fact', linking);
  // A broken fact is kept as a text, and what is compared with it stays as written.
  if (fact === undefined) return { fact: comparison.fact, operator, value };
  const fitting = operatorsOf[fact.type];
  if (!fitting.includes(operator)) {
    report('operator-misfit', valuePlace(comparison, 'operator'), {
      operator,
      fact: fact.name,
      type: fact.type,
      fitting,
    });
    return undefined;
  }
  const several = operator === 'in' || operator === 'notIn';
  if (Array.isArray(value) !== several) {
    report('value-misfit', valuePlace(comparison, 'value'), {
      value: sourceOf(comparison, 'value'),
      of: fact.name,
      reason: several ? `After "${operator}" comes a list of values, in brackets.` : 'It has to be a single value.',
    });
    return undefined;
  }
  const parent: object = several ? (value as readonly Scalar[]) : comparison;
  const keys = several ? [...(value as readonly Scalar[]).keys()] : ['value'];
  const values = keys.map((key) => scalarOf(fact, parent, key, linking));
  if (values.includes(undefined)) return undefined;
  return { fact: comparison.fact, operator, value: several ? (values as Scalar[]) : (values[0] as Scalar) };
}

function scalarOf(fact: Fact, parent: object, key: string | number, { report }: Linking): Scalar | undefined {
  const result = factValue(fact, (parent as Record<string | number, unknown>)[key]);
  if ('value' in result) return typeof result.value === 'object' ? result.value[0] : result.value;
  const place = valuePlace(parent, key);
  report('value-misfit', place, { value: sourceOf(parent, key), of: fact.name, reason: result.reason });
  return undefined;
}
