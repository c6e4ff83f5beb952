import { z } from 'zod';
import { condition } from './condition.js';
import { address, factName, id, scalar, text } from './words.js';

/** `knowledge-base.yaml`: the name, and the desks a call can be referred to. */
export const manifest = z.strictObject({
  knowledge_base: id.describe('The name of this knowledge base.'),
  title: text,
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Z]{2})?$/)
    .describe('The language of its texts, such as en or pt-BR.')
    .optional(),
  desks: z
    .record(
      id,
      z.strictObject({
        name: text.describe('What the desk is called.'),
        say: text.optional().describe('What to tell the caller when the call is referred there.'),
      }),
    )
    .describe('Whom a call can be referred to.'),
  default_desk: id.describe('The desk for calls that no tree knows a way on for.'),
});

/** The types a fact can have. */
export const factTypes = ['text', 'choice', 'choices', 'number', 'yes-no', 'date'] as const;

/** `facts.yaml`: every named fact with its type and its usual question. */
export const facts = z.strictObject({
  facts: z.record(
    factName,
    z.strictObject({
      name: text.describe('What the fact is called on the screen and in the record.'),
      type: z.enum(factTypes).describe('text, one of a list, several of a list, number, yes/no or date.'),
      choices: z
        .record(id, z.union([text, z.strictObject({ label: text, hear: z.array(text).min(1).max(50).optional() })]))
        .optional()
        .describe('The list, for choice and choices: each id with what the agent sees.'),
      unit: z.string().max(20).optional().describe('The unit of a number, such as GB.'),
      min: z.number().optional().describe('The smallest number that makes sense.'),
      max: z.number().optional().describe('The largest number that makes sense.'),
      ask: text.optional().describe('The usual question. Asked where a condition needs the fact and no node asked it.'),
      say: text.optional().describe('The usual question as read aloud.'),
      if_confused: text.optional().describe('What to say when the caller does not understand.'),
      why: text.optional().describe('Why it is asked.'),
      fades: z.boolean().optional().describe('An action can change it: asked afresh after any step or fix.'),
      personal: z.boolean().optional().describe('Says something about a person.'),
    }),
  ),
});

/** `rules.yaml`: named conditions, and what follows from facts at any moment of a call. */
export const rules = z.strictObject({
  conditions: z.record(id, condition).optional().describe('Conditions with a name, used as { condition: name }.'),
  rules: z
    .array(
      z.strictObject({
        rule: id.describe('The name of the rule.'),
        when: condition,
        priority: z.int().min(-1000).max(1000).optional().describe('Higher first; 0 without it; then as written.'),
        set: z
          .record(factName, z.union([scalar, z.array(scalar)]))
          .optional()
          .describe('Facts that follow. A known fact is kept.'),
        suspect: z.array(address).min(1).optional().describe('Faults that become likelier, as tree/fault.'),
        rule_out: z.array(address).min(1).optional().describe('Faults that cannot be, as tree/fault.'),
        warn: text.optional().describe('What the agent must know now.'),
        go: address.optional().describe('Where the call goes at once, as tree/node.'),
      }),
    )
    .max(2000)
    .optional(),
});

/** `checks.yaml`: what can be found out by running something, once an operator has installed and allowed it. */
export const checks = z.strictObject({
  checks: z.record(
    id,
    z.strictObject({
      name: text.describe('What is found out.'),
      parameters: z.array(id).max(20).optional().describe('What it needs to be told.'),
    }),
  ),
});

/** `glossary.yaml`: terms in plain words. */
export const glossary = z.strictObject({
  terms: z.record(
    z.string().min(1).max(80),
    z.strictObject({
      plain: text.describe('What it means, in words anybody knows.'),
      looks_like: text.optional().describe('How one recognises it.'),
    }),
  ),
});
