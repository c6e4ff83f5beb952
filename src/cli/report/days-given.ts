import { dayAfter, weekOf } from '../../index.js';
import { Misuse } from '../exit.js';

/** The options that choose a time, as they are typed. */
export interface DayOptions {
  readonly since?: string;
  readonly until?: string;
  readonly weeks?: string;
}

/** Without options so many weeks are looked at. */
const usualWeeks = 12;

/**
 * The first and the last day of a report. Without `since` it begins on the Monday so many weeks ago that the week of the
 * last day is one of them.
 * @param now the time now, in ISO 8601
 * @throws Misuse when an option says no day or no number, or two of them contradict each other.
 */
export function daysGiven(
  { since, until, weeks }: DayOptions,
  now: string,
): { readonly since: string; readonly until: string } {
  const today = now.slice(0, 10);
  const last = until === undefined ? today : dayOf(until, today);
  // Days to come have no calls, and would make the last weeks look empty.
  const end = [last, today].sort()[0] ?? today;
  if (since !== undefined && weeks !== undefined)
    throw new Misuse('Give --since or --weeks, not both: they say the same thing.');
  const first = since === undefined ? dayAfter(weekOf(end), -7 * (numberOf(weeks) - 1)) : dayOf(since, today);
  if (first > end) throw new Misuse(`The time from ${first} to ${end} has no day in it: --since comes after --until.`);
  return { since: first, until: end };
}

function numberOf(weeks: string | undefined): number {
  if (weeks === undefined) return usualWeeks;
  const number = Number(weeks);
  if (Number.isInteger(number) && number >= 1 && number <= 520) return number;
  throw new Misuse(`"${weeks}" is no number of weeks from 1 to 520.`);
}

function dayOf(written: string, today: string): string {
  if (written.toLowerCase() === 'today') return today;
  if (written.toLowerCase() === 'yesterday') return dayAfter(today, -1);
  const time = Date.parse(`${written}T00:00:00Z`);
  if (/^\d{4}-\d\d-\d\d$/.test(written) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(written))
    return written;
  throw new Misuse(`"${written}" is no day. Write it as 2026-11-28, today or yesterday.`);
}
