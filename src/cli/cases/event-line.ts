import type { Event, Given } from '../../index.js';

/** An event as it is kept, in a line: what can be said of it without its knowledge base. */
export function eventLine(event: Event): string {
  if ('revise' in event) return `changed: ${eventLine(event.to)}`;
  const { at, took, question, ...own } = event as Event & { readonly question?: string };
  const parts = Object.entries(own).map(([key, value]) => (value === true ? key : `${key}: ${inWords(value)}`));
  return `${parts.join(', ')}${question === undefined ? '' : ` (${question})`}`;
}

/** A reply that no longer fits, in a line. */
export function unfitLine({ act }: Given): string {
  return eventLine(act);
}

function inWords(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}
