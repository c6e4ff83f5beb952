const aDay = 86_400_000;
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/** A day so many days after another one, or before it; both as 2026-11-28. */
export function dayAfter(day: string, days = 1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * aDay).toISOString().slice(0, 10);
}

/** How many days lie between two days; below 0 where the second one is earlier. */
export function daysBetween(day: string, later: string): number {
  return Math.round((Date.parse(`${later}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / aDay);
}

/** The Monday of the week in which a day lies. */
export function weekOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return dayAfter(day, -((weekday + 6) % 7));
}

/** The Mondays of all weeks from one day to another. */
export function weeksIn(since: string, until: string): readonly string[] {
  const weeks: string[] = [];
  for (let week = weekOf(since); week <= until; week = dayAfter(week, 7)) weeks.push(week);
  return weeks;
}

/** A day in words: 9 November. */
export function dayInWords(day: string): string {
  const [, month = '1', date = '1'] = day.split('-');
  return `${Number(date)} ${months[Number(month) - 1] ?? ''}`;
}
