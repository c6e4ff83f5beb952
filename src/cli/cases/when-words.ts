/** When something was, as short as it can be said, seen from `now`: "today 15:04", "yesterday", "26 Nov", "26 Nov 2025". */
export function whenInWords(time: string, now: string): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return '';
  const today = new Date(now);
  const days = Math.round((startOfDay(today) - startOfDay(date)) / 86_400_000);
  if (days === 0) return `today ${hourOf(date)}`;
  if (days === 1) return 'yesterday';
  const year = date.getFullYear() === today.getFullYear() ? {} : ({ year: 'numeric' } as const);
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', ...year });
}

/** The time of day, with seconds: 15:04:09. Empty where there is none. */
export function timeOfDay(time: string | undefined): string {
  const date = new Date(time ?? '');
  return Number.isNaN(date.getTime()) ? '' : `${hourOf(date)}:${two(date.getSeconds())}`;
}

/** A length of time in milliseconds as one reads it in a list: "40 s", "2 min 5 s", "1 h 10 min". */
export function lengthInWords(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function hourOf(date: Date): string {
  return `${date.getHours()}:${two(date.getMinutes())}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function startOfDay(date: Date): number {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
}
