/** A time as one says it on the phone, seen from `now`: "today at 15:00", "tomorrow at 9:30", "on Friday 27 November at 9:30". */
export function timeInWords(time: string, now: string): string {
  const date = new Date(time);
  const hour = `${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`;
  const days = Math.round((startOfDay(date) - startOfDay(new Date(now))) / 86_400_000);
  if (days === 0) return `today at ${hour}`;
  if (days === 1) return `tomorrow at ${hour}`;
  if (days === -1) return `yesterday at ${hour}`;
  const day = date.toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
  return `on ${day.replace(',', '')} at ${hour}`;
}

/** How many minutes the clock here is ahead of UTC at a time. */
export function minutesAhead(time: string): number {
  return -new Date(time).getTimezoneOffset();
}

/** A day as one reads it: 12 Nov 2026. */
export function dayInWords(time: string): string {
  return new Date(time).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
}

function startOfDay(date: Date): number {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
}
