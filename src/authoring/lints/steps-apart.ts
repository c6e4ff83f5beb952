import { type Condition, entriesOf } from '../../knowledge/index.js';
import { factsOf, foresee, normalForm } from '../../rules/index.js';
import type { Lint, Subject } from './lint.js';
import { type WrittenStep, writtenSteps } from './written-steps.js';

/** Steps for the same callers stand apart, with only steps for others between them. */
export const stepsApart: Lint = {
  code: 'steps-apart',
  level: 'warning',
  summary: 'Steps for the same callers stand apart, with only steps for others between them.',
  whole: true,
  *look(subject) {
    for (const steps of lists(subject))
      for (const [index, step] of steps.entries()) {
        const before = steps.findLastIndex((each, at) => at < index && sameCondition(each, step));
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

/** The written steps, list by list; where a step has no words of its own, or is no step for all, a list ends. */
function lists(subject: Subject): readonly (readonly WrittenStep[])[] {
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

function sameCondition(a: WrittenStep, b: WrittenStep): boolean {
  return canonical(a.value.when) === canonical(b.value.when);
}

function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const entries = entriesOf(value as Readonly<Record<string, unknown>>).map(
    ([key, each]) => `${key}:${canonical(each)}`,
  );
  return `{${entries.sort().join()}}`;
}

/** Whether no choice of a fact that both look at lets both be read. */
function excludes({ kb }: Subject, a: WrittenStep, b: WrittenStep): boolean {
  const [one, other] = [a.value.when as Condition, b.value.when as Condition];
  const [first, second] = [foresee(one, kb.conditions), foresee(other, kb.conditions)];
  const theirs = factsOf(normalForm(other, kb.conditions));
  return factsOf(normalForm(one, kb.conditions)).some((fact) => {
    const choices = kb.facts.get(fact)?.choices ?? [];
    return (
      theirs.includes(fact) &&
      choices.length > 0 &&
      choices.every(({ id }) => {
        const known = new Map([[fact, id]]);
        return first.verdict(known) === 'false' || second.verdict(known) === 'false';
      })
    );
  });
}
