import fc from 'fast-check';
import type { Condition, FactValue, KnownFacts, Verdict } from '../../src/rules/index.js';

/**
 * Three-valued logic by the book (Kleene 1952, strong tables), written without looking at src/rules:
 * and is the least, or the greatest of false < undetermined < true; not swaps the ends.
 */
export function reference(condition: Condition, known: KnownFacts): Verdict {
  const rank = (verdict: Verdict): number => ['false', 'undetermined', 'true'].indexOf(verdict);
  const named = (n: number): Verdict => (['false', 'undetermined', 'true'] as const)[n] as Verdict;
  if ('all' in condition) return named(Math.min(...condition.all.map((each) => rank(reference(each, known)))));
  if ('any' in condition) return named(Math.max(...condition.any.map((each) => rank(reference(each, known)))));
  if ('not' in condition) return named(2 - rank(reference(condition.not, known)));
  if ('condition' in condition) throw new Error('not generated');
  const left = known.get(condition.fact);
  if (left === undefined) return 'undetermined';
  const right = condition.value as FactValue;
  const yes = (truth: boolean): Verdict => (truth ? 'true' : 'false');
  switch (condition.operator) {
    case 'equal':
      return yes(left === right);
    case 'notEqual':
      return yes(left !== right);
    case 'in':
      return yes((right as readonly unknown[]).some((each) => each === left));
    case 'notIn':
      return yes(!(right as readonly unknown[]).some((each) => each === left));
    case 'contains':
      return yes((left as readonly unknown[]).some((each) => each === right));
    case 'doesNotContain':
      return yes(!(left as readonly unknown[]).some((each) => each === right));
    case 'lessThan':
      return yes(left < right);
    case 'lessThanInclusive':
      return yes(left <= right);
    case 'greaterThan':
      return yes(left > right);
    case 'greaterThanInclusive':
      return yes(left >= right);
  }
}

const words = ['usb', 'wifi', 'cable'] as const;
const word = fc.constantFrom(...words);
const number = fc.integer({ min: 0, max: 4 });
const day = fc.constantFrom('2026-01-31', '2026-02-01', '2026-11-30');

const comparison: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ fact: fc.constantFrom('link', 'os'), operator: fc.constantFrom('equal', 'notEqual'), value: word }),
  fc.record({
    fact: fc.constantFrom('link', 'os'),
    operator: fc.constantFrom('in', 'notIn'),
    value: fc.uniqueArray(word, { minLength: 1 }),
  }),
  fc.record({ fact: fc.constant('seen'), operator: fc.constantFrom('contains', 'doesNotContain'), value: word }),
  ...[
    { fact: 'memory', value: number },
    { fact: 'bought', value: day },
  ].map(({ fact, value }) =>
    fc.record({
      fact: fc.constant(fact),
      operator: fc.constantFrom(
        'equal',
        'notEqual',
        'lessThan',
        'lessThanInclusive',
        'greaterThan',
        'greaterThanInclusive',
      ),
      value,
    }),
  ),
) as fc.Arbitrary<Condition>;

/** Conditions of every form and operator, up to four levels deep. */
export const anyCondition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    comparison,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
})).condition;

/** Known facts of every type, any of them possibly unknown. */
export const anyFacts: fc.Arbitrary<KnownFacts> = fc
  .record({ link: word, os: word, seen: fc.uniqueArray(word), memory: number, bought: day }, { requiredKeys: [] })
  .map((facts) => new Map(Object.entries(facts)) as KnownFacts);
