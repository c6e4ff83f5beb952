import { z } from 'zod';
import { condition } from './condition.js';
import { address, factName, id, scalar, text } from './words.js';

/** `rules.yaml`: named conditions, and what follows from facts at any moment of a call. */
export const rules = z.strictObject({
  conditions: z
    .record(id, condition)
    .optional()
    .meta({
      description: 'Conditions with a name, used as { condition: name }.',
      examples: [{ 'modern-windows': { fact: 'os.version', operator: 'greaterThanInclusive', value: 10 } }],
    }),
  rules: z
    .array(
      z.strictObject({
        rule: id.meta({ description: 'The name of the rule.', examples: ['smoke-warning'] }),
        when: condition.meta({
          description: 'While this is true the rule holds.',
          examples: [{ fact: 'heat', operator: 'greaterThan', value: 60 }],
        }),
        priority: z
          .int()
          .min(-1000)
          .max(1000)
          .optional()
          .meta({ description: 'Higher first; 0 without it; then as written.', examples: [100] }),
        set: z
          .record(factName, z.union([scalar, z.array(scalar)]))
          .optional()
          .meta({ description: 'Facts that follow. A known fact is kept.', examples: [{ portable: 'yes' }] }),
        suspect: z
          .array(address)
          .min(1)
          .optional()
          .meta({
            description: 'Faults that become likelier, as tree/fault.',
            examples: [['printer-offline/overheated']],
          }),
        rule_out: z
          .array(address)
          .min(1)
          .optional()
          .meta({ description: 'Faults that cannot be, as tree/fault.', examples: [['printer-offline/paper-jam']] }),
        warn: text
          .optional()
          .meta({ description: 'What the agent must know now.', examples: ['It is too hot to be touched.'] }),
        go: address
          .optional()
          .meta({ description: 'Where the call goes at once, as tree/node.', examples: ['safety/smoke'] }),
      }),
    )
    .max(2000)
    .optional()
    .meta({
      description: 'What follows from facts, at any moment of a call.',
      examples: [
        [
          {
            rule: 'too-hot',
            when: { fact: 'heat', operator: 'greaterThan', value: 60 },
            warn: 'It is too hot to be touched.',
          },
        ],
      ],
    }),
});

/** `checks.yaml`: what can be found out by running something, once an operator has installed and allowed it. */
export const checks = z.strictObject({
  checks: z
    .record(
      id,
      z.strictObject({
        name: text.meta({ description: 'What is found out.', examples: ['Whether a computer can be reached'] }),
        parameters: z
          .array(id)
          .max(20)
          .optional()
          .meta({ description: 'What it needs to be told.', examples: [['host']] }),
      }),
    )
    .meta({
      description: 'What can be found out by running something, by name.',
      examples: [{ 'ping-host': { name: 'Whether a computer can be reached', parameters: ['host'] } }],
    }),
});

/** `glossary.yaml`: terms in plain words, and the words that callers use for them. */
export const glossary = z.strictObject({
  synonyms: z
    .record(z.string().min(1).max(80), z.array(z.string().min(1).max(80)).min(1).max(100))
    .optional()
    .meta({
      description:
        'Words and phrases that mean the same to a caller: under the word that the trees use, what callers say instead.',
      examples: [{ printer: ['copier', 'machine that prints'] }],
    }),
  terms: z
    .record(
      z.string().min(1).max(80),
      z.strictObject({
        plain: text.meta({
          description: 'What it means, in words anybody knows.',
          examples: ['The small box through which the internet comes into the house.'],
        }),
        looks_like: text.optional().meta({
          description: 'How one recognises it.',
          examples: ['It has lamps at the front and cables at the back.'],
        }),
        when_asked: z
          .boolean()
          .optional()
          .meta({
            description: 'A word that most callers know: it is explained when it is asked for, and not by itself.',
            examples: [true],
          }),
      }),
    )
    .optional()
    .meta({
      description: 'Terms in plain words, each under the word that is said.',
      examples: [{ router: { plain: 'The small box through which the internet comes into the house.' } }],
    }),
});
