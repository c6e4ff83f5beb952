import type { Event } from './event.js';

/** What an input becomes: events to append, or one sentence that says why it cannot be taken. */
export type Admitted = { readonly events: readonly Event[] } | { readonly reason: string };
