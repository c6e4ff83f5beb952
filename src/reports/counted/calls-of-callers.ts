import type { Database } from '../../cases/index.js';
import { dayAfter, daysBetween } from '../days.js';
import type { ReportOptions } from '../report-options.js';
import { chosenCases } from './chosen.js';
import { rowsOf } from './rows-of.js';

/** Within so many days the same fault again is a repeat. */
export const repeatDays = 14;

/** A call of a caller who is known, and whether they called about the same fault before and after it. */
export interface CallOfCaller {
  readonly number: number;
  readonly day: string;
  readonly outcome: string;
  /** tree/fault; empty where none was found. */
  readonly fault: string;
  /** Whether the filter takes it: the others are only looked at for repeats. */
  readonly chosen: boolean;
  /** The next call about the same fault within 14 days: how many days later, and its number. */
  next?: { readonly days: number; readonly number: number };
  /** Whether there was one within 14 days before. */
  again?: boolean;
}

/** What separates the fields of a call, and the calls of a day: signs that no field has. */
const [between, after] = ['\u001f', '\u001e'];

/**
 * The calls of known callers in time order, and the last day for which the 14 days after it are over. Two calls are of
 * the same caller when they share the name, the contact, the account or the device.
 */
export async function callsOfCallers(
  database: Database,
  options: ReportOptions,
): Promise<{ readonly calls: readonly CallOfCaller[]; readonly lastDay: string }> {
  const { sql } = database;
  const since = dayAfter(options.since, -repeatDays);
  const until = dayAfter(options.until, repeatDays);
  const field = (name: string) => sql`coalesce(${sql.ref(`c.${name}`)}, '')`;
  const packed = [
    ...[
      sql`cast(c.number as text)`,
      sql`c.outcome`,
      sql`case when ${chosenCases(database, options)} then '1' else '' end`,
    ],
    ...['fault', 'caller_key', 'contact_key', 'account_key', 'device_key'].map(field),
  ];
  // A row for each call takes ten times as long to hand over.
  const days = await rowsOf<{ day: string; calls: string }>(
    database,
    sql`select day, string_agg(packed, ${after}) as calls
        from (select substr(c.begun, 1, 10) as day, ${sql.join(packed, sql` || ${between} || `)} as packed from cases as c
              where c.begun >= ${since} and c.begun < ${dayAfter(until)}
                and coalesce(c.caller_key, c.contact_key, c.account_key, c.device_key) is not null) as calls
        group by day order by day`,
  );
  const calls: CallOfCaller[] = [];
  const last = new Map<string, CallOfCaller>();
  for (const { day, calls: text } of days) {
    const ofDay = text.split(after).map((each) => each.split(between));
    for (const [number, outcome = '', chosen, fault = '', ...keys] of ofDay.sort(
      ([one], [other]) => Number(one) - Number(other),
    )) {
      const call: CallOfCaller = { number: Number(number), day, outcome, fault, chosen: chosen === '1' };
      calls.push(call);
      if (fault === '') continue;
      keys.forEach((key, kind) => {
        if (key === '') return;
        const who = `${kind}${key}${between}${fault}`;
        tie(last.get(who), call);
        last.set(who, call);
      });
    }
  }
  const newest = days.at(-1)?.day ?? options.until;
  return { calls, lastDay: dayAfter([newest, options.until].sort().at(-1) ?? options.until, -repeatDays) };
}

function tie(before: CallOfCaller | undefined, call: CallOfCaller): void {
  if (before === undefined) return;
  const days = daysBetween(before.day, call.day);
  if (days > repeatDays) return;
  call.again = true;
  if (before.next === undefined || call.number < before.next.number) before.next = { days, number: call.number };
}
