import type { Comparison, Condition, KnownFacts, NamedConditions } from './condition.js';
import { operators } from './operators.js';

/** A condition without `not` and without names: what json-rules-engine is given. */
export type NormalForm = Comparison | { readonly all: readonly NormalForm[] } | { readonly any: readonly NormalForm[] };

/**
 * The negation normal form of a condition (or of its negation): `not` is pushed inward until it turns an operator
 * into its opposite, and named conditions are put in place.
 * @throws Error when a name is not declared or a named condition contains itself; the loader reports both before.
 */
export function normalForm(condition: Condition, named: NamedConditions, negated = false): NormalForm {
  return normalise(condition, named, negated, []);
}

function normalise(
  condition: Condition,
  named: NamedConditions,
  negated: boolean,
  inside: readonly string[],
): NormalForm {
  const inner = (each: Condition): NormalForm => normalise(each, named, negated, inside);
  if ('all' in condition) return negated ? { any: condition.all.map(inner) } : { all: condition.all.map(inner) };
  if ('any' in condition) return negated ? { all: condition.any.map(inner) } : { any: condition.any.map(inner) };
  if ('not' in condition) return normalise(condition.not, named, !negated, inside);
  if ('condition' in condition) {
    const meaning = named.get(condition.condition);
    if (meaning === undefined) throw new Error(`No condition is named "${condition.condition}".`);
    if (inside.includes(condition.condition)) throw new Error(`"${condition.condition}" contains itself.`);
    return normalise(meaning, named, negated, [...inside, condition.condition]);
  }
  const { fact, operator, value } = condition;
  if (!Object.hasOwn(operators, operator)) throw new Error(`There is no operator "${operator}".`);
  return { fact, operator: negated ? operators[operator].negation : operator, value };
}

/** The names of the facts that a normal form looks at, in order of first use. */
export function factsOf(form: NormalForm): readonly string[] {
  const names = new Set<string>();
  const visit = (each: NormalForm): void => {
    if ('fact' in each) names.add(each.fact);
    else for (const inner of 'all' in each ? each.all : each.any) visit(inner);
  };
  visit(form);
  return [...names];
}

/**
 * The unknown facts on which a normal form still depends, in written order: what has to be asked to settle it.
 * A part that cannot matter any more (beside a false part of `all`, or a true part of `any`) is left out.
 */
export function openFacts(form: NormalForm, known: KnownFacts): readonly string[] {
  const open = truthOf(form, known);
  return typeof open === 'boolean' ? [] : [...new Set(open)];
}

/** Whether a normal form holds; while that depends on unknown facts, those facts in written order. */
export function truthOf(form: NormalForm, known: KnownFacts): boolean | readonly string[] {
  if ('fact' in form) {
    const value = known.get(form.fact);
    return value === undefined ? [form.fact] : operators[form.operator].holds(value, form.value);
  }
  const decisive = 'any' in form;
  const open: string[] = [];
  for (const part of 'any' in form ? form.any : form.all) {
    const truth = truthOf(part, known);
    if (truth === decisive) return decisive;
    if (typeof truth !== 'boolean') open.push(...truth);
  }
  return open.length === 0 ? !decisive : open;
}
