import type { Database } from '../../cases/index.js';
import { chosenCases } from '../counted/chosen.js';
import { rowsOf } from '../counted/rows-of.js';
import { dayAfter, daysBetween } from '../days.js';
import type { ReportOptions } from '../report-options.js';
import { fewest } from './fewest.js';

/** How many weeks before the time of the report are looked at, to know what is usual. */
export const weeksBefore = 26;

/** No more weeks than these, up to the last day, are looked at: what belonged together long ago is over. */
export const mostWeeks = 26;

/** A call, as far as it can belong together with others. */
export interface Call {
  readonly number: number;
  readonly day: string;
  /** How many whole weeks it is before the last day: 0 is the last week. */
  readonly week: number;
  /** tree/fault, or `tree/` where no fault was found. */
  readonly subject: string;
  /** What is known in it, by the index in `values`; the values of one fact stand together. */
  readonly values: readonly number[];
}

/** The calls of the time of a report and of the weeks before. */
export interface Calls {
  readonly calls: readonly Call[];
  readonly values: readonly { readonly fact: string; readonly value: string }[];
  /** How many weeks belong to the time of the report. */
  readonly weeks: number;
}

const [between, after] = ['\u001f', '\u001e'];

/**
 * Reads the calls with their subject and with what is known in them, except what is personal and what a rule set. Of the
 * calls of one caller about the same in a week only the first counts: who calls five times is one problem, not five.
 */
export async function callsTogether(database: Database, options: ReportOptions): Promise<Calls> {
  const { sql } = database;
  const weeks = Math.min(mostWeeks, Math.ceil((daysBetween(options.since, options.until) + 1) / 7));
  const since = dayAfter(options.until, 1 - 7 * (weeks + weeksBefore));
  const chosen = chosenCases(database, { ...options, since });
  const field = (name: string) => sql`coalesce(${sql.ref(`c.${name}`)}, '')`;
  const who = sql`coalesce(c.account_key, c.contact_key, c.caller_key, '')`;
  const packed = sql.join(
    [sql`cast(c.number as text)`, sql`c.tree`, field('fault'), who, field('device')],
    sql` || ${between} || `,
  );
  const days = await rowsOf<{ day: string; calls: string }>(
    database,
    sql`select day, string_agg(packed, ${after}) as calls from (select substr(c.begun, 1, 10) as day, ${packed} as packed
          from cases as c where ${chosen}) as calls group by day order by day`,
  );
  // By value and not by call: the texts are few, and the numbers are quickly read.
  const known = await rowsOf<{ fact: string; value: string; numbers: string }>(
    database,
    sql`select f.fact, f.value, string_agg(cast(f.case_number as text), ',') as numbers from facts as f
        where f.personal = 0 and f.source <> 'rule' and f.day >= ${since} and f.day <= ${options.until}
        group by f.fact, f.value having count(*) >= ${fewest} order by f.fact, f.value`,
  );
  const valuesOf = new Map<number, number[]>();
  known.forEach(({ numbers }, value) => {
    for (const written of numbers.split(',')) {
      const number = Number(written);
      const own = valuesOf.get(number);
      if (own === undefined) valuesOf.set(number, [value]);
      else own.push(value);
    }
  });
  const devices = new Map<string, number>();
  const deviceIndex = (device: string): number => {
    const index = devices.get(device) ?? known.length + devices.size;
    devices.set(device, index);
    return index;
  };
  const seen = new Set<string>();
  const calls = days.flatMap(({ day, calls: text }) => {
    const week = Math.floor(daysBetween(day, options.until) / 7);
    const ofDay = text.split(after).map((each) => each.split(between));
    return ofDay.flatMap(([written, tree = '', fault = '', caller = '', device = '']) => {
      const subject = fault === '' ? `${tree}/` : fault;
      const key = `${caller}${between}${subject}${between}${week}`;
      if (caller !== '' && seen.has(key)) return [];
      seen.add(key);
      const number = Number(written);
      const facts = valuesOf.get(number) ?? [];
      const values = device === '' ? facts : [...facts, deviceIndex(device)];
      return [{ number, day, week, subject, values }];
    });
  });
  const values = [
    ...known.map(({ fact, value }) => ({ fact, value })),
    ...[...devices.keys()].map((value) => ({ fact: 'device', value })),
  ];
  return { calls, values, weeks };
}
