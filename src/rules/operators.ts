import type { FactValue, Scalar } from './condition.js';
import type { Operator } from './operator-names.js';

type Value = Scalar | readonly Scalar[];

const isIn = (fact: FactValue, value: Value): boolean =>
  Array.isArray(value) && typeof fact !== 'object' && value.includes(fact);
const contains = (fact: FactValue, value: Value): boolean => Array.isArray(fact) && fact.includes(value as string);
const compare =
  (test: (difference: number) => boolean) =>
  (fact: FactValue, value: Value): boolean => {
    if (typeof fact === 'number' && typeof value === 'number') return test(fact - value);
    if (typeof fact === 'string' && typeof value === 'string') return test(fact < value ? -1 : fact > value ? 1 : 0);
    return false;
  };
const isScalar = (fact: FactValue): boolean => typeof fact !== 'object';
const isList = (fact: FactValue): boolean => Array.isArray(fact);
const isOrdered = (fact: FactValue): boolean => typeof fact === 'number' || typeof fact === 'string';

/** What an operator does with a known fact, which facts it fits, and the operator that is true when it is false. */
export interface OperatorMeaning {
  readonly negation: Operator;
  /** Whether the operator says anything about such a fact. Both it and its negation are false where it does not. */
  readonly fits: (fact: FactValue) => boolean;
  readonly holds: (fact: FactValue, value: Value) => boolean;
}

/** The meaning of every operator. */
export const operators: Readonly<Record<Operator, OperatorMeaning>> = {
  equal: { negation: 'notEqual', fits: isScalar, holds: (fact, value) => fact === value },
  notEqual: { negation: 'equal', fits: isScalar, holds: (fact, value) => fact !== value },
  in: { negation: 'notIn', fits: isScalar, holds: isIn },
  notIn: { negation: 'in', fits: isScalar, holds: (fact, value) => !isIn(fact, value) },
  contains: { negation: 'doesNotContain', fits: isList, holds: contains },
  doesNotContain: { negation: 'contains', fits: isList, holds: (fact, value) => !contains(fact, value) },
  lessThan: { negation: 'greaterThanInclusive', fits: isOrdered, holds: compare((d) => d < 0) },
  lessThanInclusive: { negation: 'greaterThan', fits: isOrdered, holds: compare((d) => d <= 0) },
  greaterThan: { negation: 'lessThanInclusive', fits: isOrdered, holds: compare((d) => d > 0) },
  greaterThanInclusive: { negation: 'lessThan', fits: isOrdered, holds: compare((d) => d >= 0) },
};
