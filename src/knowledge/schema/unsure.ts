import { z } from 'zod';
import { id } from './words.js';

/** The ways in which a caller can fail to know. */
export const unsureKinds = ['dont-know', 'cant-check', 'not-applicable', 'declined'] as const;

/** What each of them means. */
export const unsureMeanings =
  'dont-know: has no idea; cant-check: cannot look now; not-applicable: there is no such thing; declined: will not say.';

const policy = z.union([
  z.literal('skip').describe('Go on to `then` without an answer.'),
  z.strictObject({
    treat_as: id.meta({
      description: 'The answer to go on with; the record keeps that it was not known.',
      examples: ['off'],
    }),
  }),
  z.strictObject({ go: id.meta({ description: 'The node to go on at.', examples: ['restart'] }) }),
  z.strictObject({ refer: id.meta({ description: 'The desk to refer the call to.', examples: ['second-line'] }) }),
]);

/** What to do when the caller does not know. */
export const unsure = z.union([policy, z.partialRecord(z.enum(unsureKinds), policy)]).meta({
  description: 'What to do when the caller does not know: one way for all, or one for each kind of not knowing.',
  examples: ['skip', { treat_as: 'off' }, { 'cant-check': { refer: 'second-line' } }],
});
