import { withoutUndefined } from '../../knowledge/index.js';
import type { Event, Session } from '../../session/index.js';

/** When a call began and ended, in ISO 8601, and how long was spent on it, in seconds. */
export interface HandOverTimes {
  readonly began?: string;
  /** When the last thing happened in it. */
  readonly ended?: string;
  readonly seconds?: number;
}

/** When a call was held. The time for which it was broken off counts for nothing. */
export function timesOf({ started, events }: Session): HandOverTimes {
  const ended = events.findLast(({ at }) => at !== undefined)?.at;
  const began = started ?? events.find(({ at }) => at !== undefined)?.at;
  let spent: number | undefined;
  let before = started;
  let resting = false;
  for (const event of events) {
    const took = event.took ?? (resting ? 0 : between(before, event.at));
    if (took !== undefined) spent = (spent ?? 0) + took;
    before = event.at ?? before;
    resting = breaksOff(event);
  }
  const seconds = spent === undefined ? undefined : Math.round(spent / 1000);
  return withoutUndefined({ began, ended, seconds });
}

function breaksOff(event: Event): boolean {
  return 'parked' in event || 'abandoned' in event;
}

function between(from: string | undefined, to: string | undefined): number | undefined {
  const gap = Date.parse(to ?? '') - Date.parse(from ?? '');
  return Number.isNaN(gap) ? undefined : Math.max(0, gap);
}
