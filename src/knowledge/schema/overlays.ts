import { z } from 'zod';
import { condition } from './condition.js';
import { address, day, id, sources, text } from './words.js';

/** `overlays.yaml`: known issues, which many callers have at the moment and no troubleshooting here can mend. */
export const overlays = z.strictObject({
  overlays: z
    .array(
      z.strictObject({
        issue: id.describe('The name of the known issue.'),
        title: text.describe('What is wrong, in a line, for the agent and the record.'),
        from: day.optional().describe('The first day on which it is shown.'),
        until: day.optional().describe('The last day on which it is shown.'),
        trees: z.array(id).min(1).max(200).optional().describe('The trees before whose first question it is shown.'),
        faults: z
          .array(address)
          .min(1)
          .max(200)
          .optional()
          .describe('The faults before whose explanation it is shown, as tree/fault.'),
        when: condition
          .optional()
          .describe('Shown only while this is not false; without trees and faults, only once it is true.'),
        ask: text.describe('The question that tells whether it is this issue, for the agent.'),
        say: text.optional().describe('The question as read aloud. Without it, the question itself is read.'),
        explain: text.describe('What the caller is told when it is this issue, as read aloud.'),
        workaround: text.optional().describe('What the caller can do meanwhile, as read aloud.'),
        on_match: z
          .union([
            z.enum(['close', 'go_on']).describe('The call ends as known, or goes on.'),
            z.strictObject({ refer: id.describe('The desk, declared in knowledge-base.yaml.') }),
          ])
          .optional()
          .describe(
            'What happens when it is this issue: close, which is also meant without it, go_on, or { refer: desk }.',
          ),
        sources: sources.optional(),
      }),
    )
    .max(500),
});
