import type { Operator } from './operator-names.js';

/** A single value: text (also choices, yes/no and dates as `2026-11-01`) or a number. */
export type Scalar = string | number;

/** What a fact can be known as: one value, or several of a list. */
export type FactValue = Scalar | readonly string[];

/** Compares one fact with a value. */
export interface Comparison {
  readonly fact: string;
  readonly operator: Operator;
  readonly value: Scalar | readonly Scalar[];
}

/** A condition over facts, as authors write it. Exactly one key decides its form. */
export type Condition =
  | Comparison
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly condition: string };

/** Whether a condition holds: a question not asked, or answered "don't know", leaves it undetermined. */
export type Verdict = 'true' | 'false' | 'undetermined';

/** Looks up what is known; undefined is unknown. A Map from names to values is one. */
export interface KnownFacts {
  get(fact: string): FactValue | undefined;
}

/** Conditions declared once and used by name. */
export type NamedConditions = ReadonlyMap<string, Condition>;
