/** What a time is read by. */
export interface Clock {
  /** How many minutes the reader's time is ahead of UTC; without it times are told in UTC, and say so. */
  readonly zone?: number;
  /** The reader's day, as 2026-11-30: then it is `today`. */
  readonly today?: string;
}

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = 'January February March April May June July August September October November December'.split(' ');
const day = 86_400_000;

/**
 * A time as one says it: `today at 14:05`, `on Monday, 30 November, at 14:05`. What is only a day has no hour; what is no
 * time stays as it is.
 * @param iso in ISO 8601
 */
export function momentInWords(iso: string, { zone, today }: Clock = {}): string {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) return iso;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(iso);
  const local = new Date(isDay ? at : at + (zone ?? 0) * 60_000);
  if (isDay) return dayInWords(local, today);
  const time = local.toISOString().slice(11, 16);
  return `${dayInWords(local, today)} at ${time}${zone === undefined ? ' UTC' : ''}`;
}

function dayInWords(date: Date, today: string | undefined): string {
  const now = Date.parse(today ?? '');
  const midnight = Math.floor(date.getTime() / day) * day;
  const near = ['yesterday', 'today', 'tomorrow'][Math.round((midnight - now) / day) + 1];
  if (near !== undefined) return near;
  const year = String(date.getUTCFullYear());
  const written = `on ${days[date.getUTCDay()]}, ${date.getUTCDate()} ${months[date.getUTCMonth()]}`;
  return today?.startsWith(year) ? written : `${written} ${year}`;
}
