/** The operators of conditions, named as in json-rules-engine. */
export const operatorNames = [
  'equal',
  'notEqual',
  'in',
  'notIn',
  'contains',
  'doesNotContain',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
] as const;

/** The name of an operator. */
export type Operator = (typeof operatorNames)[number];
