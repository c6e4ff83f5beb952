const months = 'January February March April May June July August September October November December'.split(' ');

/** A day such as 2026-11-28 as it is written on paper: 28 November 2026. */
export function dayWritten(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${months[Number(month) - 1] ?? month} ${year}`;
}
