import { z } from 'zod';

/** A name made by an author: lower-case words joined by hyphens, such as `printer-offline`. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(80)
  .describe('A name: lower-case letters, digits and hyphens, such as printer-offline.');

/** The name of a fact: ids joined by dots, such as `printer.link`. */
export const factName = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/)
  .max(80)
  .meta({
    description: 'The name of a fact declared in facts.yaml, such as os or printer.link.',
    examples: ['os', 'printer.link'],
  });

/** `tree/node` or `tree/fault`, used where a name has to be found from outside its tree. */
export const address = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(161)
  .meta({ description: 'A place in a tree, written tree/node or tree/fault.', examples: ['printer-offline/power'] });

/** One or more sentences. `{fact.name}` is filled in during the call. */
export const text = z
  .string()
  .min(1)
  .max(2000)
  .describe('Plain text. {fact.name} is filled in with the value of the fact; a missing one stays visible.');

/** What to say when the caller does not understand: one text, or several, each simpler than the one before. */
export const wordings = z.union([text, z.array(text).min(1).max(5)]).meta({
  description:
    'What to say when the caller does not understand: a text, or up to five, each simpler than the one before.',
  examples: ['It is the small light beside the power button.'],
});

/** `30s`, `5min`, `2h` or `1d`. */
export const duration = z
  .string()
  .regex(/^[1-9][0-9]{0,4}(?:s|min|h|d)$/)
  .meta({ description: 'How long: a number and s, min, h or d, such as 30s or 5min.', examples: ['30s', '5min'] });

/** `en`, or `pt-BR`. */
export const language = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Z]{2})?$/)
  .meta({ description: 'The language of the texts, such as en or pt-BR.', examples: ['en', 'pt-BR'] });

/** A day, as `2026-11-01`. */
export const day = z.iso
  .date()
  .meta({ description: 'A day, written year-month-day: 2026-11-01.', examples: ['2026-11-01'] });

const webAddress = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .meta({
    description: 'A web address that begins with https:// or http://.',
    examples: ['https://example.com/manual'],
  });

/** Where something comes from: pages with a title. */
export const sources = z
  .array(
    z.strictObject({
      title: text.meta({ description: 'What the page is called.', examples: ['The manual of our printers'] }),
      url: webAddress,
    }),
  )
  .max(50)
  .meta({
    description: 'Where the facts come from.',
    examples: [[{ title: 'The manual of our printers', url: 'https://example.com/manual' }]],
  });

/** A single value that a fact can be compared with. */
export const scalar = z.union([z.string(), z.number()]);
