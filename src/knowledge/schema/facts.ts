import { z } from 'zod';
import { factName, id, text, wordings } from './words.js';

/** The types a fact can have. */
export const factTypes = ['text', 'choice', 'choices', 'number', 'yes-no', 'date'] as const;

/** `facts.yaml`: every named fact with its type and its usual question. */
export const facts = z.strictObject({
  facts: z
    .record(
      factName,
      z.strictObject({
        name: text.meta({
          description: 'What the fact is called on the screen and in the record.',
          examples: ['Operating system'],
        }),
        type: z.enum(factTypes).meta({
          description: 'text, one of a list, several of a list, number, yes/no or date.',
          examples: ['choice', 'yes-no'],
        }),
        choices: z
          .record(
            id,
            z.union([
              text,
              z.strictObject({
                label: text.meta({ description: 'What the agent sees.', examples: ['macOS'] }),
                hear: z
                  .array(text)
                  .min(1)
                  .max(50)
                  .optional()
                  .meta({ description: 'Other words a caller may use for it.', examples: [['apple mac']] }),
              }),
            ]),
          )
          .optional()
          .meta({
            description: 'The list, for choice and choices: each id with what the agent sees.',
            examples: [{ windows: 'Windows', macos: { label: 'macOS', hear: ['apple mac'] } }],
          }),
        unit: z
          .string()
          .max(20)
          .optional()
          .meta({ description: 'The unit of a number, such as GB.', examples: ['GB'] }),
        min: z
          .number()
          .optional()
          .meta({ description: 'The smallest number that makes sense.', examples: [0] }),
        max: z
          .number()
          .optional()
          .meta({ description: 'The largest number that makes sense.', examples: [100] }),
        ask: text.optional().meta({
          description: 'The usual question. Asked where a condition needs the fact and no node asked it.',
          examples: ['Which system is it?'],
        }),
        say: text
          .optional()
          .meta({ description: 'The usual question as read aloud.', examples: ['Is it a Windows computer or a Mac?'] }),
        if_confused: wordings.optional(),
        why: text.optional().meta({ description: 'Why it is asked.', examples: ['The way to the settings differs.'] }),
        fades: z
          .boolean()
          .optional()
          .meta({ description: 'An action can change it: asked afresh after any step or fix.', examples: [true] }),
        hear: z
          .union([z.array(text).min(1).max(50), z.record(z.string().min(1).max(200), z.array(text).min(1).max(50))])
          .optional()
          .meta({
            description:
              'What callers say, at any moment, that tells the fact: phrases for each value, or for a number or a date phrases with {value} in them.',
            examples: [{ windows: ['windows laptop'], macos: ['macbook'] }, ['{value} gb of memory']],
          }),
        words: z
          .record(z.string().min(1).max(200), z.array(text).min(1).max(50))
          .optional()
          .meta({
            description:
              'Words that fit only one choice, for each: lint tells of a step that says them where it is read for others. Words with a capital letter are looked for as they are written.',
            examples: [{ windows: ['Windows key', 'Start button'], macos: ['Command key'] }],
          }),
        personal: z
          .boolean()
          .optional()
          .meta({ description: 'Says something about a person.', examples: [true] }),
      }),
    )
    .meta({
      description: 'Every fact that has a name, by that name.',
      examples: [
        {
          os: {
            name: 'Operating system',
            type: 'choice',
            choices: { windows: 'Windows', macos: 'macOS' },
            ask: 'Which system is it?',
          },
        },
      ],
    }),
});
