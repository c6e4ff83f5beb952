export { comparisonsIn } from './comparisons-in.js';
export type {
  Comparison,
  Condition,
  FactValue,
  KnownFacts,
  NamedConditions,
  Scalar,
  Verdict,
} from './condition.js';
export { type Foresight, foresee } from './foresee.js';
export { type Judge, judge } from './judge.js';
export { factsOf, type NormalForm, normalForm } from './normal-form.js';
export { type Operator, operatorNames } from './operator-names.js';
export { operators } from './operators.js';
