import type { Database } from '../cases/index.js';
import { chosenCases, chosenDetails } from './counted/chosen.js';
import { rowsOf } from './counted/rows-of.js';
import { grouped, sumOf } from './grouped.js';
import type { Report } from './report.js';
import type { ReportOptions } from './report-options.js';
import { counted } from './shown.js';
import { rateOf } from './statistics/rate.js';
import { meanOf } from './statistics/spread.js';

interface Part {
  readonly agent: string;
  readonly count: number;
  readonly took: number;
  readonly measured: number;
}

interface Ended {
  readonly agent: string | null;
  readonly outcome: string;
  readonly count: number;
  readonly satisfaction: number | null;
  readonly asked: number;
}

/** What each agent had to do with, and what waits for them. */
export async function agents(database: Database, options: ReportOptions): Promise<Report> {
  const { sql } = database;
  const parts = await rowsOf<Part>(
    database,
    sql`select a.agent, count(*) as count, sum(a.took) as took, count(*) filter (where a.took > 0) as measured
        from agents as a where ${chosenDetails(database, options, 'a', false)} group by a.agent`,
  );
  const ended = await rowsOf<Ended>(
    database,
    sql`select c.last_agent as agent, c.outcome, count(*) as count, sum(c.satisfaction) as satisfaction,
          count(c.satisfaction) as asked
        from cases as c where ${chosenCases(database, options)} group by c.last_agent, c.outcome`,
  );
  const waiting = await rowsOf<{ agent: string | null; outcome: string; count: number }>(
    database,
    sql`select c.last_agent as agent, c.outcome, count(*) as count from cases as c
        where c.outcome in ('open', 'parked') group by c.last_agent, c.outcome`,
  );
  const endedOf = grouped(ended, ({ agent }) => agent ?? '');
  const found = parts
    .map(({ agent, count, took, measured }) => {
      const own = endedOf.get(agent) ?? [];
      const over = own.filter(({ outcome }) => outcome !== 'open' && outcome !== 'parked');
      const asked = sumOf(own, (row) => row.asked);
      const now = (state: string): number =>
        sumOf(
          waiting.filter((row) => (row.agent ?? '') === agent && row.outcome === state),
          (row) => row.count,
        );
      return {
        agent: agent === '' ? '(nobody named)' : agent,
        calls: count,
        time: measured === 0 ? null : took,
        each: meanOf({ count: measured, sum: took }),
        resolved: rateOf(
          sumOf(
            over.filter(({ outcome }) => outcome === 'resolved'),
            (row) => row.count,
          ),
          sumOf(over, (row) => row.count),
        ),
        satisfaction: asked === 0 ? null : sumOf(own, (row) => row.satisfaction ?? 0) / asked,
        asked,
        parked: now('parked'),
        open: now('open'),
      };
    })
    .sort((one, other) => other.calls - one.calls || (one.agent < other.agent ? -1 : 1));
  const calls = sumOf(found, (row) => row.calls);
  return {
    id: 'agents',
    title: 'What agents had to do',
    question: 'How many calls and how much time did each agent have, and what waits for them?',
    meaning:
      found.length === 0
        ? 'No agent took a call in this time.'
        : `${counted(found.length, 'agent')} had ${counted(calls, 'part')} in calls; ${counted(
            sumOf(found, (row) => row.parked + row.open),
            'call is',
            'calls are',
          )} parked or open now.`,
    columns: [
      { key: 'agent', title: 'Agent', kind: 'text' },
      { key: 'calls', title: 'Calls', kind: 'bar' },
      { key: 'time', title: 'Time', kind: 'duration' },
      { key: 'each', title: 'A call', kind: 'duration' },
      { key: 'resolved', title: 'Resolved', kind: 'rate' },
      { key: 'parked', title: 'Parked now', kind: 'count' },
      { key: 'open', title: 'Open now', kind: 'count' },
      { key: 'satisfaction', title: 'Satisfaction', kind: 'number', show: 'if-any' },
      { key: 'asked', title: 'Asked', kind: 'count', show: 'if-any' },
    ],
    rows: found,
    totals: { agent: 'All', calls, time: sumOf(found, (row) => row.time ?? 0) },
    notes: [
      'A call that two agents had counts for both; its end counts for who had it last. "Resolved" is of the calls that have ended.',
      'Who gets the hard calls resolves fewer of them: this is load, and no measure of how well somebody works.',
      'Parked and open are all calls that wait now, whenever they began.',
    ],
    chart: { kind: 'bars', label: 'agent', value: 'time' },
  };
}
