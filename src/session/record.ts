import type { KnowledgeBase } from '../knowledge/index.js';
import type { Event, Session } from './event.js';
import { type Moment, momentAfter, replay } from './history.js';
import type { Move, Trail } from './state.js';

/** One event of a call, and what it did. */
export interface Recorded {
  readonly index: number;
  readonly event: Event;
  /** What it added to the way: the reply itself first, then what followed by itself. Empty for remarks and for going back. */
  readonly moves: readonly Move[];
  /** What a change took the place of, or going back took away. */
  readonly before?: Move;
}

/** Everything that happened in a call, in order, also what was taken back or changed later. */
export async function recordOf(kb: KnowledgeBase, session: Session): Promise<readonly Recorded[]> {
  let moment: Moment = await replay(kb, { ...session, events: [] });
  const record: Recorded[] = [];
  for (const [index, event] of session.events.entries()) {
    const after = await momentAfter(kb, moment, [event], index);
    const [earlier, later] = [moment.last.state.trail, after.last.state.trail];
    const before = beforeThat(event, earlier, later);
    record.push({ index, event, moves: added(earlier, later, event), ...(before === undefined ? {} : { before }) });
    moment = after;
  }
  return record;
}

/** The moves that a trail has gained. */
function added(earlier: Trail | undefined, later: Trail | undefined, event: Event): readonly Move[] {
  if ('back' in event) return [];
  if ('revise' in event) return about(later, event.revise);
  const moves: Move[] = [];
  for (let entry = later; entry !== undefined && entry !== earlier; entry = entry.before) moves.unshift(entry.move);
  return moves;
}

function about(trail: Trail | undefined, index: number): readonly Move[] {
  const moves: Move[] = [];
  for (let entry = trail; entry !== undefined; entry = entry.before) {
    const { move } = entry;
    if ('event' in move.reason && move.reason.event === index) moves.unshift(move);
  }
  return moves;
}

function beforeThat(event: Event, earlier: Trail | undefined, later: Trail | undefined): Move | undefined {
  if ('revise' in event) return about(earlier, event.revise)[0];
  if (!('back' in event)) return undefined;
  const kept = new Set<Trail>();
  for (let entry = later; entry !== undefined; entry = entry.before) kept.add(entry);
  let first: Move | undefined;
  for (let entry = earlier; entry !== undefined && !kept.has(entry); entry = entry.before) {
    if ('event' in entry.move.reason) first = entry.move;
  }
  return first;
}
