import type { Database } from '../cases/index.js';
import { type CallOfCaller, callsOfCallers, repeatDays } from './counted/calls-of-callers.js';
import { chosenCases } from './counted/chosen.js';
import { rowsOf } from './counted/rows-of.js';
import { secondsPacked } from './counted/seconds-packed.js';
import { dayAfter, dayInWords, weekOf, weeksIn } from './days.js';
import { countOf, grouped, sumOf } from './grouped.js';
import type { Report } from './report.js';
import type { ReportOptions } from './report-options.js';
import { counted, percent } from './shown.js';
import { rateOf } from './statistics/rate.js';
import { quantileOf, spreadOf } from './statistics/spread.js';

interface DayCount {
  readonly day: string;
  readonly outcome: string;
  readonly count: number;
  readonly satisfaction: number | null;
  readonly asked: number;
}

/** How calls ended, week by week. */
export async function weeks(database: Database, options: ReportOptions): Promise<Report> {
  const { sql } = database;
  const chosen = chosenCases(database, options);
  const rows = await rowsOf<DayCount>(
    database,
    sql`select substr(c.begun, 1, 10) as day, c.outcome, count(*) as count, sum(c.satisfaction) as satisfaction,
          count(c.satisfaction) as asked
        from cases as c where ${chosen} group by substr(c.begun, 1, 10), c.outcome`,
  );
  const times = await rowsOf<{ day: string; spread: string }>(
    database,
    secondsPacked(
      database,
      sql`(select substr(c.begun, 1, 10) as day, c.took from cases as c where c.took > 0 and ${chosen}) as c`,
      ['c.day'],
      'c.took',
    ),
  );
  const { calls, lastDay } = await callsOfCallers(database, options);
  const first = calls.filter((call) => countsForFirst(call, lastDay));
  const [byWeek, timeOf, firstOf] = [
    grouped(rows, ({ day }) => weekOf(day)),
    grouped(times, ({ day }) => weekOf(day)),
    grouped(first, ({ day }) => weekOf(day)),
  ];
  const figures = (
    own: readonly DayCount[],
    spreads: readonly { spread: string }[],
    ofFirst: readonly CallOfCaller[],
  ) => {
    const over = own.filter(({ outcome }) => outcome !== 'open' && outcome !== 'parked');
    const with_ = (outcome: string): number => countOf(own.filter((row) => row.outcome === outcome));
    const asked = sumOf(own, (row) => row.asked);
    const spread = spreadOf(spreads.map((row) => row.spread));
    return {
      calls: countOf(own),
      resolved: rateOf(with_('resolved'), countOf(over)),
      first: rateOf(
        ofFirst.filter(({ outcome, next }) => outcome === 'resolved' && next === undefined).length,
        ofFirst.length,
      ),
      median: quantileOf(spread, 0.5),
      satisfaction: asked === 0 ? null : sumOf(own, (row) => row.satisfaction ?? 0) / asked,
      asked,
      referred: with_('referred') + with_('visit'),
      abandoned: with_('abandoned'),
      open: with_('open') + with_('parked'),
    };
  };
  const found = weeksIn(options.since, options.until).map((week) => ({
    week,
    part: week < options.since || dayAfter(week, 6) > options.until ? 'not whole' : null,
    ...figures(byWeek.get(week) ?? [], timeOf.get(week) ?? [], firstOf.get(week) ?? []),
  }));
  const totals = figures(rows, times, first);
  return {
    id: 'weeks',
    title: 'How calls end, week by week',
    question: 'How many calls were there each week, how many were resolved, and how long did they take?',
    meaning:
      totals.resolved === null
        ? 'No call has ended in this time.'
        : `Of ${counted(totals.resolved.of, 'call')} that ${totals.resolved.of === 1 ? 'has' : 'have'} ended, ${percent(totals.resolved.count, totals.resolved.of)} were resolved.`,
    columns: [
      { key: 'week', title: 'Week of', kind: 'day' },
      { key: 'calls', title: 'Calls', kind: 'bar' },
      { key: 'resolved', title: 'Resolved', kind: 'rate' },
      { key: 'first', title: 'By first call', kind: 'rate' },
      { key: 'median', title: 'Median time', kind: 'duration' },
      { key: 'satisfaction', title: 'Satisfaction', kind: 'number', show: 'if-any' },
      { key: 'asked', title: 'Asked', kind: 'count', show: 'if-any' },
      { key: 'referred', title: 'Referred', kind: 'count' },
      { key: 'abandoned', title: 'Abandoned', kind: 'count' },
      { key: 'open', title: 'Still open', kind: 'count', show: 'if-any' },
      { key: 'part', title: '', kind: 'text', show: 'if-any' },
    ],
    rows: found,
    totals: { week: 'All', ...totals },
    notes: [
      '"Resolved" is of the calls that have ended. Weeks begin on Monday; one that is not whole in this time says so.',
      `"By first call": of the ended calls of known callers that were not a repeat, those that were resolved and after which nobody called about the same fault within ${repeatDays} days. Only up to ${dayInWords(lastDay)}: after later ones those days are not over.`,
    ],
    chart: { kind: 'lines', label: 'week', values: ['calls', 'resolved'] },
  };
}

/** Whether a call tells how often the first call is enough: it is over, was no repeat, and the days after it are over. */
export function countsForFirst({ chosen, outcome, again, day }: CallOfCaller, lastDay: string): boolean {
  return chosen && outcome !== 'open' && outcome !== 'parked' && again !== true && day <= lastDay;
}
