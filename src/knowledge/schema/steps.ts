import { z } from 'zod';
import { condition } from './condition.js';
import { duration, id, text, wordings } from './words.js';

/** What stands beside a question or at an end: what is said, why, and what only the agent sees. */
export const spokenWords = {
  say: text.optional().meta({
    description: 'The words to read aloud. Without it, the question itself is read.',
    examples: ['Please look at the front of the printer. Is its lamp on?'],
  }),
  why: text.optional().meta({
    description: 'Why this is asked, for the agent and for a sceptical caller.',
    examples: ['Without power nothing else matters.'],
  }),
  note: text
    .optional()
    .meta({ description: 'For the eyes of the agent only.', examples: ['Older models have no lamp.'] }),
};

/** The question that makes sure of what was tried before. */
export const triedText = text.optional().meta({
  description: 'The one question, read aloud, that makes sure that it was done rightly when the caller has tried it.',
  examples: ['Did you wait for a minute before you switched it on again?'],
});

const say = z
  .strictObject({
    when: condition.optional().meta({
      description: 'Only then is this step read.',
      examples: [{ fact: 'os', operator: 'equal', value: 'windows' }],
    }),
    say: text.meta({
      description: 'One action, as read aloud.',
      examples: ['Please switch the printer off at its power button.'],
    }),
    expect: text
      .optional()
      .meta({ description: 'What the caller should then see or hear.', examples: ['All its lamps go out.'] }),
    wait: duration.optional().meta({ description: 'How long it takes.', examples: ['30s', '5min'] }),
    if_confused: wordings.optional(),
    note: spokenWords.note,
    risky: z
      .boolean()
      .optional()
      .meta({ description: 'The agent confirms that the caller agrees before this step.', examples: [true] }),
  })
  .describe('One step: one action, what should then be seen, how long it takes.');

const use = z
  .strictObject({
    when: condition.optional().meta({
      description: 'Only then are these steps read.',
      examples: [{ fact: 'os', operator: 'equal', value: 'windows' }],
    }),
    use: id.meta({ description: 'The procedure whose steps are read here.', examples: ['restart-device'] }),
    with: z
      .record(id, text)
      .optional()
      .meta({ description: 'A text for each parameter of the procedure.', examples: [{ device: 'printer' }] }),
  })
  .describe('The steps of a procedure.');

/** Steps to read aloud, in order. */
export const steps = z
  .array(z.union([say, use]))
  .min(1)
  .max(60);
