import type { Event, Session } from '../../session/index.js';

/** What others may add to a call while it is taken: it changes nothing about where the call stands, or what lists say of it. */
const notes = ['note', 'flag', 'promised'] as const;

/**
 * A call with what others have noted in the store meanwhile: what is stored first, then what is not stored yet. Merged
 * again, when nobody knows whether it was stored, it is the same.
 * @param stored all events that are stored
 * @returns undefined where that is more than notes, so that the two cannot both stand.
 */
export function mergeNotes(stored: readonly Event[], ours: Session): Session | undefined {
  /** Where each of our events is in the merged list. */
  const places: number[] = [];
  /** A change names the event that it replaces by its place in the list, and what comes after theirs has moved on. */
  const moved = (event: Event): Event =>
    'revise' in event ? { ...event, revise: places[event.revise] ?? event.revise } : event;
  for (const [place, event] of stored.entries()) {
    const own = ours.events[places.length];
    if (own !== undefined && JSON.stringify(event) === JSON.stringify(moved(own))) places.push(place);
    else if (!notes.some((kind) => kind in event)) return undefined;
  }
  if (places.length === stored.length) return ours;
  const events = [...stored];
  for (const event of ours.events.slice(places.length)) {
    places.push(events.length);
    events.push(moved(event));
  }
  return { ...ours, events };
}
