import { z } from 'zod';
import { outcomes } from '../outcomes.js';
import { condition } from './condition.js';
import { address, factName, id, language, scalar, text, wordings } from './words.js';

/** How grave a lint can be. */
export const lintLevels = ['off', 'advice', 'warning', 'error'] as const;

/** `knowledge-base.yaml`: the name, and the desks a call can be referred to. */
export const manifest = z.strictObject({
  knowledge_base: id.describe('The name of this knowledge base.'),
  title: text,
  language: language.optional(),
  desks: z
    .record(
      id,
      z.strictObject({
        name: text.describe('What the desk is called.'),
        say: text.optional().describe('What to tell the caller when the call is referred there.'),
        visit: z.boolean().optional().describe('Somebody comes to the caller: a call that goes there ends in a visit.'),
        hand_over: text
          .optional()
          .describe(
            'How this desk wants its hand-over note: text with {case}, {call}, {caller}, {agent}, {problem}, {words}, {warnings}, {found}, {tried}, {ruled_out}, {suspects}, {stands}, {collect}, {promised} and {notes} in it, and facts. What is empty is left out with its line.',
          ),
      }),
    )
    .describe('Whom a call can be referred to.'),
  retention: z
    .partialRecord(z.enum(outcomes), z.int().min(1).max(36_500))
    .optional()
    .describe('For how many days a case is kept after its last event, by how it ended. Without a number: for ever.'),
  default_desk: id.describe('The desk for calls that no tree knows a way on for.'),
  nothing_fits: z
    .strictObject({
      ask: z
        .array(
          z.strictObject({
            ask: text.describe('What the agent wants to know.'),
            say: text.optional().describe('The question as read aloud.'),
            fact: factName.optional().describe('The fact that the reply gives, when it is understood.'),
          }),
        )
        .min(1)
        .max(9)
        .optional()
        .describe('Broad questions, asked until what the caller says fits a tree.'),
      tree: id.optional().describe('The tree to begin in when nothing fits after that.'),
    })
    .optional()
    .describe('What to do when no tree fits what the caller says.'),
  lint: z
    .record(
      id,
      z.union([
        z.enum(lintLevels),
        z.strictObject({
          level: z.enum(lintLevels).optional().describe('How grave it is here.'),
          most: z
            .int()
            .min(0)
            .max(100_000)
            .optional()
            .describe('The number that the lint allows, where it counts something.'),
        }),
      ]),
    )
    .optional()
    .describe('How grave each lint is in this knowledge base, by its name: off, advice, warning or error.'),
  not_covered: z
    .record(
      id,
      z.strictObject({
        name: text.describe('The subject, in a line.'),
        symptoms: z.array(text).min(1).max(100).describe("What callers say about it, in callers' words."),
        desk: id.optional().describe('The desk that looks after it.'),
      }),
    )
    .optional()
    .describe('Subjects that callers bring and no tree covers, so that no tree is offered for them.'),
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
      if_confused: wordings.optional(),
      why: text.optional().describe('Why it is asked.'),
      fades: z.boolean().optional().describe('An action can change it: asked afresh after any step or fix.'),
      hear: z
        .union([z.array(text).min(1).max(50), z.record(z.string().min(1).max(200), z.array(text).min(1).max(50))])
        .optional()
        .describe(
          'What callers say, at any moment, that tells the fact: phrases for each value, or for a number or a date phrases with {value} in them.',
        ),
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

/** `glossary.yaml`: terms in plain words, and the words that callers use for them. */
export const glossary = z.strictObject({
  synonyms: z
    .record(z.string().min(1).max(80), z.array(z.string().min(1).max(80)).min(1).max(100))
    .optional()
    .describe(
      'Words and phrases that mean the same to a caller: under the word that the trees use, what callers say instead.',
    ),
  terms: z
    .record(
      z.string().min(1).max(80),
      z.strictObject({
        plain: text.describe('What it means, in words anybody knows.'),
        looks_like: text.optional().describe('How one recognises it.'),
        when_asked: z
          .boolean()
          .optional()
          .describe('A word that most callers know: it is explained when it is asked for, and not by itself.'),
      }),
    )
    .optional(),
});
