import { Misuse } from '../exit.js';

/**
 * A day as it is typed: 2026-11-28, 2026-11, 2026, today, yesterday; or a time in ISO 8601.
 * @returns the moment at which it begins here, or at which what comes after it begins, in ISO 8601
 * @throws Misuse when it is none of these.
 */
export function dayGiven(written: string, edge: 'begins' | 'is over', now: string): string {
  const over = edge === 'is over' ? 1 : 0;
  const today = new Date(now);
  const names: Readonly<Record<string, number>> = { today: 0, yesterday: -1 };
  const offset = names[written.toLowerCase()];
  if (offset !== undefined) return startOf(today.getFullYear(), today.getMonth(), today.getDate() + offset + over);
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(written) ?? [];
  if (year !== undefined && day !== undefined && isDay(written))
    return startOf(Number(year), Number(month) - 1, Number(day) + over);
  if (year !== undefined && day === undefined && Number(month ?? 1) >= 1 && Number(month ?? 1) <= 12)
    return month === undefined
      ? startOf(Number(year) + over, 0, 1)
      : startOf(Number(year), Number(month) - 1 + over, 1);
  if (/^\d{4}-\d\d-\d\dT/.test(written) && !Number.isNaN(Date.parse(written))) return new Date(written).toISOString();
  throw new Misuse(`"${written}" is no day. Write it as 2026-11-28, 2026-11, today or yesterday.`);
}

function startOf(year: number, month: number, day: number): string {
  return new Date(year, month, day).toISOString();
}

function isDay(written: string): boolean {
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
}
