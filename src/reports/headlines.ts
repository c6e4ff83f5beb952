import type { Database } from '../cases/index.js';
import { callsOfCallers } from './counted/calls-of-callers.js';
import { chosenCases } from './counted/chosen.js';
import { rowsOf } from './counted/rows-of.js';
import { secondsPacked } from './counted/seconds-packed.js';
import { dayAfter, daysBetween } from './days.js';
import { countOf, sumOf } from './grouped.js';
import type { Cell, ColumnKind } from './report.js';
import type { ReportOptions } from './report-options.js';
import { rateOf } from './statistics/rate.js';
import { quantileOf, spreadOf } from './statistics/spread.js';
import { countsForFirst } from './weeks.js';

/** One of the figures that are looked at first, and the same for as many days before; null where there were no calls. */
export interface Headline {
  readonly id: string;
  readonly title: string;
  readonly kind: ColumnKind;
  readonly value: Cell;
  readonly before: Cell;
}

/** The figures that are looked at first. */
export async function headlines(database: Database, options: ReportOptions): Promise<readonly Headline[]> {
  const days = daysBetween(options.since, options.until) + 1;
  const before = { ...options, since: dayAfter(options.since, -days), until: dayAfter(options.since, -1) };
  const [now, then] = [await figures(database, options), await figures(database, before)];
  const { calls, lastDay } = await callsOfCallers(database, options);
  const first = calls.filter((call) => countsForFirst(call, lastDay));
  const firstSolved = first.filter(({ outcome, next }) => outcome === 'resolved' && next === undefined);
  const waiting = await waitingNow(database);
  return [
    { id: 'calls', title: 'Calls', kind: 'count', value: now.calls, before: then.calls === 0 ? null : then.calls },
    { id: 'resolved', title: 'Resolved', kind: 'rate', value: now.resolved, before: then.resolved },
    {
      id: 'first',
      title: 'Resolved by the first call',
      kind: 'rate',
      value: rateOf(firstSolved.length, first.length),
      before: null,
    },
    { id: 'median', title: 'Median time of a call', kind: 'duration', value: now.median, before: then.median },
    { id: 'referred', title: 'Referred', kind: 'rate', value: now.referred, before: then.referred },
    { id: 'satisfaction', title: 'Satisfaction', kind: 'number', value: now.satisfaction, before: then.satisfaction },
    { id: 'waiting', title: 'Open or parked now', kind: 'count', value: waiting, before: null },
  ];
}

async function figures(database: Database, options: ReportOptions) {
  const { sql } = database;
  const chosen = chosenCases(database, options);
  const rows = await rowsOf<{ outcome: string; count: number; satisfaction: number | null; asked: number }>(
    database,
    sql`select c.outcome, count(*) as count, sum(c.satisfaction) as satisfaction, count(c.satisfaction) as asked
        from cases as c where ${chosen} group by c.outcome`,
  );
  const times = await rowsOf<{ spread: string }>(
    database,
    secondsPacked(
      database,
      sql`(select '' as every, c.took from cases as c where c.took > 0 and ${chosen}) as c`,
      ['c.every'],
      'c.took',
    ),
  );
  const with_ = (...outcomes: readonly string[]): number =>
    countOf(rows.filter(({ outcome }) => outcomes.includes(outcome)));
  const calls = countOf(rows);
  const ended = calls - with_('open', 'parked');
  const asked = sumOf(rows, (row) => row.asked);
  return {
    calls,
    resolved: rateOf(with_('resolved'), ended),
    referred: rateOf(with_('referred', 'visit'), ended),
    median: quantileOf(spreadOf(times.map(({ spread }) => spread)), 0.5),
    satisfaction: asked === 0 ? null : sumOf(rows, ({ satisfaction }) => satisfaction ?? 0) / asked,
  };
}

async function waitingNow(database: Database): Promise<number> {
  const { sql } = database;
  const [row] = await rowsOf<{ count: number }>(
    database,
    sql`select count(*) as count from cases where outcome in ('open', 'parked')`,
  );
  return row?.count ?? 0;
}
