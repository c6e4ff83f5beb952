import type { Move, Session } from '../../session/index.js';

/**
 * How long each event that stands took, in milliseconds, by its index. What was noted or said in between belongs to the
 * question that was open; what was spent on a question that was taken back belongs to none.
 */
export function timeOf({ events }: Session, moves: readonly Move[]): ReadonlyMap<number, number> {
  const standing = new Set(moves.flatMap(({ reason }) => ('event' in reason ? [reason.event] : [])));
  const time = new Map<number, number>();
  let since = 0;
  events.forEach((event, index) => {
    since += event.took ?? 0;
    if (standing.has(index)) time.set(index, since);
    const isWords = 'said' in event || 'flag' in event;
    const isAct = standing.has(index) || 'question' in event || 'back' in event || 'revise' in event;
    if (isAct && !isWords) since = 0;
  });
  return time;
}
