export type {
  Comparison,
  Condition,
  FactValue,
  KnownFacts,
  NamedConditions,
  Scalar,
  Verdict,
} from './condition.js';
export { type Operator, operatorNames, operators } from './operators.js';
