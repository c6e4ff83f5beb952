import { z } from 'zod';
import { type Condition, operatorNames } from '../../rules/index.js';
import { factName, id, scalar } from './words.js';

const comparison = z
  .strictObject({
    fact: factName,
    operator: z
      .enum(operatorNames)
      .meta({ description: 'How the fact is compared with the value.', examples: ['equal', 'greaterThan'] }),
    value: z.union([scalar, z.array(scalar).min(1).max(200)]).meta({
      description: 'What the fact is compared with; a list for in and notIn.',
      examples: ['windows', 10, ['windows', 'macos']],
    }),
  })
  .describe('Compares one fact with a value. While the fact is unknown it is neither true nor false.');

/** A condition over facts: exactly one of `all`, `any`, `not`, `condition`, or a comparison. */
export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    comparison,
    z.strictObject({
      all: z
        .array(condition)
        .min(1)
        .max(200)
        .meta({
          description: 'True when every one is true.',
          examples: [
            [
              { fact: 'os', operator: 'equal', value: 'windows' },
              { fact: 'os.version', operator: 'greaterThan', value: 10 },
            ],
          ],
        }),
    }),
    z.strictObject({
      any: z
        .array(condition)
        .min(1)
        .max(200)
        .meta({
          description: 'True when at least one is true.',
          examples: [
            [
              { fact: 'seen', operator: 'contains', value: 'smoke' },
              { fact: 'seen', operator: 'contains', value: 'sparks' },
            ],
          ],
        }),
    }),
    z.strictObject({
      not: condition.meta({
        description: 'True when this is false; an unknown stays unknown.',
        examples: [{ fact: 'os', operator: 'equal', value: 'windows' }],
      }),
    }),
    z.strictObject({
      condition: id.meta({
        description: 'The name of a condition declared in rules.yaml.',
        examples: ['modern-windows'],
      }),
    }),
  ]),
);
