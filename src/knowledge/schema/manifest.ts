import { z } from 'zod';
import { outcomes } from '../outcomes.js';
import { factName, id, language, text } from './words.js';

/** How grave a lint can be. */
export const lintLevels = ['off', 'advice', 'warning', 'error'] as const;

/** `knowledge-base.yaml`: the name, and the desks a call can be referred to. */
export const manifest = z.strictObject({
  knowledge_base: id.meta({ description: 'The name of this knowledge base.', examples: ['my-desk'] }),
  title: text.meta({ description: 'What this knowledge base is called.', examples: ['Our desk'] }),
  language: language.optional(),
  desks: z
    .record(
      id,
      z.strictObject({
        name: text.meta({ description: 'What the desk is called.', examples: ['Second line'] }),
        say: text.optional().meta({
          description: 'What to tell the caller when the call is referred there.',
          examples: ['I am passing this to a colleague who knows more about it.'],
        }),
        visit: z
          .boolean()
          .optional()
          .meta({
            description: 'Somebody comes to the caller: a call that goes there ends in a visit.',
            examples: [true],
          }),
        hand_over: text.optional().meta({
          description:
            'How this desk wants its hand-over note: text with {case}, {call}, {caller}, {agent}, {problem}, {words}, {warnings}, {found}, {tried}, {ruled_out}, {suspects}, {stands}, {collect}, {promised} and {notes} in it, and facts. What is empty is left out with its line.',
          examples: ['Case {case}: {problem}. Found: {found}. Tried: {tried}.'],
        }),
      }),
    )
    .meta({
      description: 'Whom a call can be referred to.',
      examples: [{ 'second-line': { name: 'Second line', say: 'I am passing this to a colleague.' } }],
    }),
  retention: z
    .partialRecord(z.enum(outcomes), z.int().min(1).max(36_500))
    .optional()
    .meta({
      description:
        'For how many days a case is kept after its last event, by how it ended. Without a number: for ever.',
      examples: [{ resolved: 90, referred: 365 }],
    }),
  default_desk: id.meta({
    description: 'The desk for calls that no tree knows a way on for.',
    examples: ['second-line'],
  }),
  nothing_fits: z
    .strictObject({
      ask: z
        .array(
          z.strictObject({
            ask: text.meta({ description: 'What the agent wants to know.', examples: ['Which device is it about?'] }),
            say: text
              .optional()
              .meta({ description: 'The question as read aloud.', examples: ['What device are you sitting at?'] }),
            fact: factName
              .optional()
              .meta({ description: 'The fact that the reply gives, when it is understood.', examples: ['os'] }),
          }),
        )
        .min(1)
        .max(9)
        .optional()
        .meta({
          description: 'Broad questions, asked until what the caller says fits a tree.',
          examples: [[{ ask: 'Which system is it?', say: 'Is it a Windows computer or a Mac?', fact: 'os' }]],
        }),
      tree: id
        .optional()
        .meta({ description: 'The tree to begin in when nothing fits after that.', examples: ['other-trouble'] }),
    })
    .optional()
    .meta({
      description: 'What to do when no tree fits what the caller says.',
      examples: [{ ask: [{ ask: 'Which device is it about?' }], tree: 'other-trouble' }],
    }),
  lint: z
    .record(
      id,
      z.union([
        z.enum(lintLevels),
        z.strictObject({
          level: z
            .enum(lintLevels)
            .optional()
            .meta({
              description:
                'How grave it is here: off, not looked for; advice, something to look at; warning, something to mend; error, lint fails.',
              examples: ['warning', 'off'],
            }),
          most: z
            .int()
            .min(0)
            .max(100_000)
            .optional()
            .meta({ description: 'The number that the lint allows, where it counts something.', examples: [25] }),
        }),
      ]),
    )
    .optional()
    .meta({
      description: 'How grave each lint is in this knowledge base, by its name: off, advice, warning or error.',
      examples: [{ 'why-missing': 'warning', 'tree-large': { level: 'advice', most: 40 } }],
    }),
  not_covered: z
    .record(
      id,
      z.strictObject({
        name: text.meta({ description: 'The subject, in a line.', examples: ['Printing'] }),
        symptoms: z
          .array(text)
          .min(1)
          .max(100)
          .meta({
            description: "What callers say about it, in callers' words.",
            examples: [['the copier is out of toner', 'the ink is empty']],
          }),
        desk: id.optional().meta({ description: 'The desk that looks after it.', examples: ['workshop'] }),
      }),
    )
    .optional()
    .meta({
      description: 'Subjects that callers bring and no tree covers, so that no tree is offered for them.',
      examples: [{ printing: { name: 'Printing', symptoms: ['the ink is empty'], desk: 'workshop' } }],
    }),
});
