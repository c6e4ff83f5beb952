import type { Condition } from '../../knowledge/index.js';
import { factsOf, normalForm } from '../../rules/index.js';
import { choicesLetThrough } from './choices-let-through.js';
import type { Lint, Subject } from './lint.js';
import { type WrittenStep, writtenSteps } from './written-steps.js';

/** Steps for the same callers stand apart, with only steps for others between them. */
export const stepsApart: Lint = {
  code: 'steps-apart',
  level: 'warning',
  summary: 'Steps for the same callers stand apart, with only steps for others between them.',
  whole: true,
  *look(subject) {
    for (const steps of rows(subject))
      for (const [index, step] of steps.entries()) {
        const before = steps.findLastIndex((each, at) => at < index && sameCondition(subject, each, step));
        const between = steps.slice(before + 1, index);
        if (before < 0 || between.length === 0) continue;
        if (!between.every((each) => excludes(subject, each, step))) continue;
        yield {
          place: step.sayAt,
          message: `This step is for the same callers as the one in line ${steps[before]?.sayAt.line}, and what stands between is for others.`,
          hint: 'Put the steps for the same callers together, or correct the condition of one of them.',
        };
      }
  },
};

/** The written steps that have a condition, row by row: a step for all callers, or a procedure, ends a row. */
function rows(subject: Subject): readonly (readonly WrittenStep[])[] {
  const found: WrittenStep[][] = [];
  let last: WrittenStep | undefined;
  for (const step of writtenSteps(subject)) {
    if (step.value.when === undefined) {
      last = undefined;
      continue;
    }
    const isNext = last !== undefined && step.list === last.list && step.index === last.index + 1;
    if (isNext) found.at(-1)?.push(step);
    else found.push([step]);
    last = step;
  }
  return found;
}

const conditionOf = ({ value }: WrittenStep): Condition => value.when as Condition;

function sameCondition({ kb }: Subject, a: WrittenStep, b: WrittenStep): boolean {
  const form = (step: WrittenStep): string => JSON.stringify(normalForm(conditionOf(step), kb.conditions));
  return form(a) === form(b);
}

/** Whether no choice of a fact that both look at lets both be read. */
function excludes({ kb }: Subject, a: WrittenStep, b: WrittenStep): boolean {
  const [one, other] = [conditionOf(a), conditionOf(b)];
  const theirs = factsOf(normalForm(other, kb.conditions));
  return factsOf(normalForm(one, kb.conditions)).some((fact) => {
    if (!theirs.includes(fact) || (kb.facts.get(fact)?.choices ?? []).length === 0) return false;
    const read = choicesLetThrough(kb, other, fact);
    return !choicesLetThrough(kb, one, fact).some((id) => read.includes(id));
  });
}
