import { z } from 'zod';
import { faultCauses } from '../fault-causes.js';
import { node } from './nodes.js';
import { steps, triedText, spokenWords as words } from './steps.js';
import { day, duration, id, language, sources, text, wordings } from './words.js';

/** A cause that a tree can isolate, with how to explain, mend and verify it. */
export const fault = z.strictObject({
  name: text.meta({ description: 'What is wrong, in a few words.', examples: ['The plug is out'] }),
  cause: z
    .enum(faultCauses)
    .meta({ description: 'The kind of cause, for reports.', examples: ['settings', 'user-error'] }),
  likelihood: z
    .union([z.enum(['common', 'occasional', 'rare']), z.number().gt(0).max(1)])
    .optional()
    .meta({
      description: 'How often this is the cause: a word, or a share between 0 and 1.',
      examples: ['common', 0.2],
    }),
  explain: text.meta({
    description: 'The fault in words the caller understands, as read aloud.',
    examples: ['The printer gets no power.'],
  }),
  caution: text.optional().meta({
    description: 'Read before the steps: what could be lost or go wrong.',
    examples: ['Documents that wait may be printed twice.'],
  }),
  fix: steps.optional().meta({
    description: 'The steps that mend it. Without them the agent goes on at `unsolved`.',
    examples: [[{ say: 'Put the plug in.', expect: 'A lamp comes on.' }]],
  }),
  verify: z
    .strictObject({
      ask: text.meta({ description: 'How one sees that it is mended.', examples: ['Does the page come out now?'] }),
      say: words.say,
      if_confused: wordings.optional(),
      answers: z
        .record(id, text)
        .optional()
        .meta({
          description: 'Answers with labels; without it yes, no and partly.',
          examples: [{ yes: 'It prints', no: 'Nothing comes out' }],
        }),
      solved: id
        .optional()
        .meta({ description: 'The answer that means it is mended; without it, yes.', examples: ['yes'] }),
      partly: id
        .optional()
        .meta({ description: 'The answer that means it helped but is not all.', examples: ['faint'] }),
    })
    .optional()
    .meta({
      description: 'The question after the fix. Needed where there is a fix.',
      examples: [{ ask: 'Does the page come out now?' }],
    }),
  tried: triedText,
  effort: z
    .union([z.enum(['quick', 'minutes', 'long', 'visit']), duration])
    .optional()
    .meta({ description: 'How long the fix takes.', examples: ['quick', '10min'] }),
  prevent: text.optional().meta({
    description: 'How to keep it from coming back, as read aloud.',
    examples: ['Please do not pull the plug to switch it off.'],
  }),
});

/** One tree: one YAML file, one subject that a caller could name. */
export const tree = z.strictObject({
  tree: id.meta({ description: 'The name of this tree, unique in the knowledge base.', examples: ['printer-offline'] }),
  title: text.meta({ description: 'What is wrong, in a line.', examples: ['The printer shows as offline'] }),
  symptoms: z
    .array(text)
    .min(1)
    .max(100)
    .meta({
      description: "What callers say, in callers' words, several and different.",
      examples: [['my printer is offline', 'it says the printer cannot be reached']],
    }),
  language: language
    .optional()
    .meta({ description: 'The language of this tree, where it is not that of the knowledge base.', examples: ['de'] }),
  reviewed: day
    .optional()
    .meta({ description: 'When a person last read this tree against the real thing.', examples: ['2026-11-01'] }),
  sources: sources.optional(),
  start: id.meta({ description: 'The node where the tree starts.', examples: ['power'] }),
  nodes: z.record(id, node).meta({
    description: 'The nodes of this tree, by name.',
    examples: [
      { power: { ask: 'Is the lamp on?', answers: { yes: 'done', no: 'no-power' }, unsure: { treat_as: 'no' } } },
    ],
  }),
  faults: z
    .record(id, fault)
    .optional()
    .meta({
      description: 'The faults this tree can isolate, by name.',
      examples: [
        { unplugged: { name: 'The plug is out', cause: 'user-error', explain: 'The printer gets no power.' } },
      ],
    }),
});

/** Steps shared by several trees and faults. One file, one procedure. */
export const procedure = z.strictObject({
  procedure: id.meta({
    description: 'The name of this procedure, unique in the knowledge base.',
    examples: ['restart-device'],
  }),
  title: text.meta({ description: 'What the steps do, in a line.', examples: ['Restart a device'] }),
  parameters: z
    .array(id)
    .max(20)
    .optional()
    .meta({ description: 'Names written {parameter} in the steps.', examples: [['device']] }),
  tried: triedText,
  steps: steps.meta({
    description: 'The steps to read aloud, in order, one action each.',
    examples: [[{ say: 'Please switch the {device} off.', expect: 'All its lamps go out.', wait: '30s' }]],
  }),
});
