import type { Event, Session } from '../../session/index.js';

/** What others may add to a call while it is taken: it changes nothing about where the call stands, or what lists say of it. */
const notes = ['note', 'flag', 'promised'] as const;

/**
 * A call with what others have noted in the store meanwhile: theirs first, then what is not stored yet.
 * @param stored all events that are stored
 * @returns undefined where that is more than notes, so that the two cannot both stand.
 */
export function mergeNotes(stored: readonly Event[], ours: Session): Session | undefined {
  const differs = stored.findIndex((event, index) => JSON.stringify(event) !== JSON.stringify(ours.events[index]));
  if (differs === -1) return ours;
  const theirs = stored.slice(differs);
  if (!theirs.every((event) => notes.some((kind) => kind in event))) return undefined;
  // A change names the event that it replaces by its place in the list, and what comes after theirs moves on.
  const later = ours.events
    .slice(differs)
    .map((event) =>
      'revise' in event && event.revise >= differs ? { ...event, revise: event.revise + theirs.length } : event,
    );
  return { ...ours, events: [...stored, ...later] };
}
