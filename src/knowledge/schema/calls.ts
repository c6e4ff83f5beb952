import { z } from 'zod';
import { unsureKinds } from './tree.js';
import { address, day, factName, id, scalar, text } from './words.js';

/** What can happen in a call beside replies. A question of the same name comes first. */
export const happeningKinds = ['tell', 'change', 'back', 'jump', 'return', 'problem', 'tried', 'refer'] as const;

const name = z.string().max(161);
const value = z.union([scalar, z.array(scalar)]);
const unsure = z.strictObject({ unsure: z.enum(unsureKinds).describe('How the caller fails to know.') });
const agrees = z.enum(['yes', 'no', ...unsureKinds]);
const times = z.int().min(1).max(100);

const turn = z.union([
  value,
  unsure,
  z.strictObject({ skip: text.describe('Why the question or the steps are skipped.') }),
  z.strictObject({ later: text.describe('Why the question is put off.') }),
  z.strictObject({ confused: times.describe('How often the caller does not understand, before what follows.') }),
  z.strictObject({ done: times.describe('How many of its steps are done before what follows.') }),
  z.strictObject({ consent: agrees.describe('Whether the caller agrees to a risky step; yes without it.') }),
  z.strictObject({ tried: agrees.describe('Whether what was tried before was done rightly; yes without it.') }),
  z
    .array(z.record(name, z.union([value, unsure])))
    .min(1)
    .describe('After tell: facts. After change: earlier questions, answered anew.'),
]);

const fault = z.union([id, address]);

/** Example calls of one tree, which are its tests. */
export const calls = z.strictObject({
  tree: id.describe('The tree these calls begin in.'),
  calls: z
    .array(
      z.strictObject({
        name: text.describe('What this call shows.'),
        words: text.optional().describe('What the caller says first. The search has to find this tree by it.'),
        found: z
          .enum(['first', 'among-three', 'nothing'])
          .optional()
          .describe(
            'What the search makes of the words: this tree first (also without this key), this tree among the first three, or that nothing fits.',
          ),
        on: day.optional().describe('The day of the call, for known issues that have days.'),
        given: z.record(factName, value).optional().describe('Facts told at the start.'),
        world: z
          .record(name, z.union([value, unsure]))
          .optional()
          .describe(
            'What is true at the caller: by fact or by question. Whatever is asked is answered from it, in any order.',
          ),
        fixed_by: fault
          .optional()
          .describe('With a world: the fault whose fix helps. After every other fix the answer is that it did not.'),
        otherwise: z
          .enum(unsureKinds)
          .optional()
          .describe(
            'With a world: what is replied to a question that it says nothing about. Without it the call fails.',
          ),
        answers: z
          .array(z.record(name, turn))
          .optional()
          .describe(
            'What is answered, in order: the node (or the fact, or the fault for its verification) and the answer. Between them what else happens: tell, change, back, jump, return, problem, tried, refer.',
          ),
        ends: z
          .enum(['fixed', 'referred', 'closed'])
          .optional()
          .describe('How the call ends. Only a call that shows what the search makes of words does without.'),
        fault: fault.optional().describe('The fault that was mended, or was found when it ended.'),
        desk: id.optional().describe('The desk it was referred to.'),
        within: z.int().min(0).max(500).optional().describe('The most questions that may be asked.'),
        asked: z.array(name).min(1).optional().describe('Questions that come up, in this order, among others.'),
        never_asked: z.array(name).min(1).optional().describe('Questions that must not come up.'),
        ruled_out: z.array(fault).min(1).optional().describe('Faults that are ruled out when it ends.'),
        suspected: z.array(fault).min(1).optional().describe('Faults that a rule has pointed to.'),
        warned: z.array(id).min(1).optional().describe('Rules that have warned the agent.'),
      }),
    )
    .min(1)
    .max(500),
});
