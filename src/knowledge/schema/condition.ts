import { z } from 'zod';
import { type Condition, operatorNames } from '../../rules/index.js';
import { factName, id, scalar } from './words.js';

const comparison = z
  .strictObject({
    fact: factName,
    operator: z.enum(operatorNames).describe('How the fact is compared with the value.'),
    value: z
      .union([scalar, z.array(scalar).min(1).max(200)])
      .describe('What the fact is compared with; a list for in and notIn.'),
  })
  .describe('Compares one fact with a value. While the fact is unknown it is neither true nor false.');

/** A condition over facts: exactly one of `all`, `any`, `not`, `condition`, or a comparison. */
export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    comparison,
    z.strictObject({ all: z.array(condition).min(1).max(200).describe('True when every one is true.') }),
    z.strictObject({ any: z.array(condition).min(1).max(200).describe('True when at least one is true.') }),
    z.strictObject({ not: condition.describe('True when this is false; an unknown stays unknown.') }),
    z.strictObject({ condition: id.describe('The name of a condition declared in rules.yaml.') }),
  ]),
);
