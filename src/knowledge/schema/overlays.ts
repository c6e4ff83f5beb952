import { z } from 'zod';
import { condition } from './condition.js';
import { address, day, id, sources, text } from './words.js';

/** `overlays.yaml`: known issues, which many callers have at the moment and no troubleshooting here can mend. */
export const overlays = z.strictObject({
  overlays: z
    .array(
      z.strictObject({
        issue: id.meta({ description: 'The name of the known issue.', examples: ['line-to-the-north'] }),
        title: text.meta({
          description: 'What is wrong, in a line, for the agent and the record.',
          examples: ['The line to the north is slow'],
        }),
        from: day.optional().meta({ description: 'The first day on which it is shown.', examples: ['2026-11-01'] }),
        until: day.optional().meta({ description: 'The last day on which it is shown.', examples: ['2026-11-14'] }),
        trees: z
          .array(id)
          .min(1)
          .max(200)
          .optional()
          .meta({
            description: 'The trees before whose first question it is shown.',
            examples: [['no-internet', 'slow-page']],
          }),
        faults: z
          .array(address)
          .min(1)
          .max(200)
          .optional()
          .meta({
            description: 'The faults before whose explanation it is shown, as tree/fault.',
            examples: [['no-internet/provider-fault']],
          }),
        when: condition.optional().meta({
          description: 'Shown only while this is not false; without trees and faults, only once it is true.',
          examples: [{ fact: 'site', operator: 'equal', value: 'north' }],
        }),
        ask: text.meta({
          description: 'The question that tells whether it is this issue, for the agent.',
          examples: ['Is the caller at one of the sites in the north?'],
        }),
        say: text.optional().meta({
          description: 'The question as read aloud. Without it, the question itself is read.',
          examples: ['Are you at one of our sites in the north?'],
        }),
        explain: text.meta({
          description: 'What the caller is told when it is this issue, as read aloud.',
          examples: ['The line to the north is slow today. It is being worked on.'],
        }),
        workaround: text.optional().meta({
          description: 'What the caller can do meanwhile, as read aloud.',
          examples: ['Until then the pages open on a phone with mobile data.'],
        }),
        on_match: z
          .union([
            z.enum(['close', 'go_on']).describe('close: the call ends as known; go_on: it goes on.'),
            z.strictObject({
              refer: id.meta({ description: 'The desk, declared in knowledge-base.yaml.', examples: ['second-line'] }),
            }),
          ])
          .optional()
          .meta({
            description:
              'What happens when it is this issue: close, which is also meant without it, go_on, or { refer: desk }.',
            examples: ['go_on', { refer: 'second-line' }],
          }),
        sources: sources.optional(),
      }),
    )
    .max(500)
    .meta({
      description: 'The known issues.',
      examples: [
        [
          {
            issue: 'line-to-the-north',
            title: 'The line to the north is slow',
            ask: 'Is the caller in the north?',
            explain: 'It is being worked on.',
            trees: ['slow-page'],
          },
        ],
      ],
    }),
});
