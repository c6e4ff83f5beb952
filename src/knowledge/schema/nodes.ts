import { z } from 'zod';
import { condition } from './condition.js';
import { steps, triedText, spokenWords as words } from './steps.js';
import { unsure } from './unsure.js';
import { factName, id, text } from './words.js';

const answer = z.union([
  id.describe('The node that this answer leads to.'),
  z.strictObject({
    label: text.optional().meta({ description: 'What the agent sees for this answer.', examples: ['It is blinking'] }),
    hear: z
      .array(text)
      .min(1)
      .max(50)
      .optional()
      .meta({
        description: 'Other words a caller may use for this answer.',
        examples: [['flashing', 'comes and goes']],
      }),
    go: id
      .optional()
      .meta({ description: 'The node that this answer leads to; without it, `then`.', examples: ['error-lamp'] }),
  }),
]);

const answers = z.record(id, answer.nullable()).meta({
  description: 'The possible answers, each with the node it leads to. An empty one leads to `then`.',
  examples: [
    { yes: 'restart', no: 'plug' },
    { blinking: { label: 'It is blinking', hear: ['flashing'], go: 'error-lamp' } },
  ],
});

const otherWay = z
  .strictObject({
    go: id.meta({ description: 'The node that finds it out in a different way.', examples: ['count-lamps'] }),
  })
  .describe('A different way of finding it out, when no wording is understood. The last entry of the list.');

const asking = {
  ...words,
  if_confused: z
    .union([
      text,
      z
        .array(z.union([text, otherWay]))
        .min(1)
        .max(5),
    ])
    .optional()
    .meta({
      description:
        'What to say when the caller does not understand: a text, or up to five, each simpler than the one before. The last can be { go: node }.',
      examples: [
        'It is the small light beside the power button.',
        ['It is the small light at the front.', { go: 'count-lamps' }],
      ],
    }),
  fact: factName.optional().meta({
    description: 'The fact this answers. A fact that is known is never asked again.',
    examples: ['printer.link'],
  }),
  meanwhile: z
    .boolean()
    .optional()
    .meta({ description: 'It can be asked while the caller waits for something else.', examples: [true] }),
  answers: answers.optional(),
  then: id
    .optional()
    .meta({ description: 'Where to go on for answers that name no node of their own.', examples: ['which-system'] }),
  unsure: unsure.optional(),
};

/** One schema for each kind of node, by the key that makes it that kind. */
export const nodeSchemas = {
  ask: z.strictObject({
    ask: text.meta({ description: 'What the agent wants to know.', examples: ['Is the lamp of the printer on?'] }),
    ...asking,
  }),
  check: z.strictObject({
    check: text.meta({
      description: 'What is measured; a person can always answer it.',
      examples: ['Can the computer reach the printer?'],
    }),
    run: id
      .optional()
      .meta({ description: 'The check declared in checks.yaml that can find it out.', examples: ['ping-host'] }),
    with: z
      .record(id, text)
      .optional()
      .meta({ description: 'A text for each parameter of that check.', examples: [{ host: '{printer.address}' }] }),
    ...asking,
  }),
  do: z.strictObject({
    do: steps.meta({
      description: 'What the caller is asked to do, one action a step.',
      examples: [[{ say: 'Please switch the printer off.', expect: 'All its lamps go out.' }]],
    }),
    tried: triedText,
    why: words.why,
    note: words.note,
    then: id.meta({ description: 'Where to go on when it is done.', examples: ['works-now'] }),
  }),
  decide: z.strictObject({
    decide: z
      .array(
        z.union([
          z.strictObject({
            when: condition.meta({
              description: 'When this way is taken.',
              examples: [{ fact: 'os', operator: 'equal', value: 'windows' }],
            }),
            go: id.meta({ description: 'Where to go when it is the first true one.', examples: ['windows-steps'] }),
          }),
          z.strictObject({
            otherwise: id.meta({ description: 'Where to go when none is true.', examples: ['other-steps'] }),
          }),
        ]),
      )
      .min(2)
      .max(60)
      .meta({
        description: 'Conditions in order; the first true one leads on. The last entry is `otherwise`.',
        examples: [
          [
            { when: { fact: 'os', operator: 'equal', value: 'windows' }, go: 'windows-steps' },
            { otherwise: 'other-steps' },
          ],
        ],
      }),
  }),
  visit: z.strictObject({
    visit: id.meta({ description: 'The tree to walk before coming back.', examples: ['wifi'] }),
    why: words.why,
    then: id.meta({ description: 'Where to go on after coming back.', examples: ['still-offline'] }),
  }),
  fault: z.strictObject({
    fault: id.meta({ description: 'A fault declared under `faults` in this tree.', examples: ['unplugged'] }),
    unsolved: id.meta({
      description: 'Where to go when the fix did not help, could not be done, or helped only partly.',
      examples: ['second-line'],
    }),
    partly: id.optional().meta({
      description: 'Where to go when the fix helped only partly; without it, `unsolved`.',
      examples: ['still-slow'],
    }),
  }),
  refer: z.strictObject({
    refer: id.meta({ description: 'The desk, declared in knowledge-base.yaml.', examples: ['second-line'] }),
    because: text.meta({
      description: 'Why this desk, for the record and for the caller.',
      examples: ['The printer has to be opened.'],
    }),
    say: words.say,
    note: words.note,
    collect: z
      .array(factName)
      .min(1)
      .max(40)
      .optional()
      .meta({ description: 'Facts the desk will ask for.', examples: [['printer.model', 'os']] }),
  }),
  close: z.strictObject({
    close: z
      .enum(['resolved', 'unresolved'])
      .describe('How the call ends here: resolved, with what the caller wanted; unresolved, without.'),
    say: words.say,
    note: words.note,
  }),
} as const;

/** The kinds of node, in the order they are explained. */
export const nodeKinds = Object.keys(nodeSchemas) as (keyof typeof nodeSchemas)[];

/** Any node. Which kind it is shows in its first key. */
export const node = z.union([
  nodeSchemas.ask,
  nodeSchemas.check,
  nodeSchemas.do,
  nodeSchemas.decide,
  nodeSchemas.visit,
  nodeSchemas.fault,
  nodeSchemas.refer,
  nodeSchemas.close,
]);
