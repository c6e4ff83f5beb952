import { z } from 'zod';
import { unsureKinds, unsureMeanings } from './unsure.js';
import { address, day, factName, id, scalar, text } from './words.js';

/** What can happen in a call beside replies. A question of the same name comes first. */
export const happeningKinds = ['tell', 'change', 'back', 'jump', 'return', 'problem', 'tried', 'refer'] as const;

const name = z.string().max(161);
const value = z.union([scalar, z.array(scalar)]);
const unsure = z.strictObject({
  unsure: z.enum(unsureKinds).meta({ description: `How the caller fails to know. ${unsureMeanings}` }),
});
const agrees = z.enum(['yes', 'no', ...unsureKinds]);
const times = z.int().min(1).max(100);

const turn = z.union([
  value,
  unsure,
  z.strictObject({
    skip: text.meta({
      description: 'Why the question or the steps are skipped.',
      examples: ['no screwdriver at hand'],
    }),
  }),
  z.strictObject({
    later: text.meta({
      description: 'Why the question is put off.',
      examples: ['the caller will look in the evening'],
    }),
  }),
  z.strictObject({
    confused: times.meta({
      description: 'How often the caller does not understand, before what follows.',
      examples: [1],
    }),
  }),
  z.strictObject({
    done: times.meta({ description: 'How many of its steps are done before what follows.', examples: [2] }),
  }),
  z.strictObject({
    consent: agrees.meta({
      description: 'Whether the caller agrees to a risky step; yes without it.',
      examples: ['no'],
    }),
  }),
  z.strictObject({
    tried: agrees.meta({
      description: 'Whether what was tried before was done rightly; yes without it.',
      examples: ['yes'],
    }),
  }),
  z
    .array(z.record(name, z.union([value, unsure])))
    .min(1)
    .describe('After tell: facts. After change: earlier questions, answered anew.'),
]);

const fault = z.union([id, address]);

/** Example calls of one tree, which are its tests. */
export const calls = z.strictObject({
  tree: id.meta({ description: 'The tree these calls begin in.', examples: ['printer-offline'] }),
  calls: z
    .array(
      z.strictObject({
        name: text.meta({ description: 'What this call shows.', examples: ['The plug is out'] }),
        words: text.optional().meta({
          description: 'What the caller says first. The search has to find this tree by it.',
          examples: ['my printer does nothing at all'],
        }),
        found: z
          .enum(['first', 'among-three', 'nothing'])
          .optional()
          .describe(
            'What the search makes of the words: first, this tree (also without this key); among-three, this tree among the first three; nothing, that nothing fits.',
          ),
        on: day
          .optional()
          .meta({ description: 'The day of the call, for known issues that have days.', examples: ['2026-11-01'] }),
        given: z
          .record(factName, value)
          .optional()
          .meta({ description: 'Facts told at the start.', examples: [{ os: 'windows' }] }),
        world: z
          .record(name, z.union([value, unsure]))
          .optional()
          .meta({
            description:
              'What is true at the caller: by fact or by question. Whatever is asked is answered from it, in any order.',
            examples: [{ power: 'off', os: 'windows' }],
          }),
        fixed_by: fault.optional().meta({
          description: 'With a world: the fault whose fix helps. After every other fix the answer is that it did not.',
          examples: ['unplugged', 'printer-offline/unplugged'],
        }),
        otherwise: z
          .enum(unsureKinds)
          .optional()
          .meta({
            description:
              'With a world: what is replied to a question that it says nothing about. Without it the call fails.',
            examples: ['dont-know'],
          }),
        answers: z
          .array(z.record(name, turn))
          .optional()
          .meta({
            description:
              'What is answered, in order: the node (or the fact, or the fault for its verification) and the answer. Between them what else happens: tell, change, back, jump, return, problem, tried, refer.',
            examples: [[{ power: 'off' }, { plug: { unsure: 'cant-check' } }, { tell: [{ os: 'windows' }] }]],
          }),
        ends: z
          .enum(['fixed', 'referred', 'closed'])
          .optional()
          .describe(
            'How the call ends: fixed, with what was wrong mended; referred, to a desk; closed, without a solution. Only a call that shows what the search makes of words does without.',
          ),
        fault: fault
          .optional()
          .meta({ description: 'The fault that was mended, or was found when it ended.', examples: ['unplugged'] }),
        desk: id.optional().meta({ description: 'The desk it was referred to.', examples: ['second-line'] }),
        ends_at: name.optional().meta({
          description: 'The node at which it ends, of this tree or written tree/node.',
          examples: ['second-line', 'wifi/work-desk'],
        }),
        within: z
          .int()
          .min(0)
          .max(500)
          .optional()
          .meta({ description: 'The most questions that may be asked.', examples: [5] }),
        asked: z
          .array(name)
          .min(1)
          .optional()
          .meta({ description: 'Questions that come up, in this order, among others.', examples: [['power', 'plug']] }),
        never_asked: z
          .array(name)
          .min(1)
          .optional()
          .meta({ description: 'Questions that must not come up.', examples: [['router']] }),
        reads: z
          .array(text)
          .min(1)
          .optional()
          .meta({
            description: 'Words that are read aloud in the call, as they stand in the tree.',
            examples: [['the apple in the top left corner']],
          }),
        never_reads: z
          .array(text)
          .min(1)
          .optional()
          .meta({ description: 'Words that must not be read aloud.', examples: [['Windows key']] }),
        ruled_out: z
          .array(fault)
          .min(1)
          .optional()
          .meta({ description: 'Faults that are ruled out when it ends.', examples: [['paper-jam']] }),
        suspected: z
          .array(fault)
          .min(1)
          .optional()
          .meta({ description: 'Faults that a rule has pointed to.', examples: [['overheated']] }),
        warned: z
          .array(id)
          .min(1)
          .optional()
          .meta({ description: 'Rules that have warned the agent.', examples: [['smoke-warning']] }),
      }),
    )
    .min(1)
    .max(500)
    .meta({
      description: 'The example calls, each with a name of its own.',
      examples: [[{ name: 'The plug is out', answers: [{ power: 'off' }], ends: 'fixed', fault: 'unplugged' }]],
    }),
});
