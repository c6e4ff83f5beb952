import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { caseNumberInWords, type Event, readCaseNumber, type Session } from '../../src/index.js';

interface Row {
  readonly number: number;
  readonly [column: string]: string | number | null;
}

interface Database {
  prepare(sql: string): { all(...values: readonly unknown[]): readonly unknown[] };
  close(): void;
}

/** What a query gives in the case store of a home, read by nothing of ours. */
export function rows<Result>(home: string, sql: string, ...values: readonly unknown[]): readonly Result[] {
  const file = join(home, 'cases.db');
  if (!existsSync(file)) return [];
  const { DatabaseSync } = createRequire(import.meta.url)('@photostructure/sqlite') as {
    readonly DatabaseSync: new (file: string) => Database;
  };
  const database = new DatabaseSync(file);
  try {
    return database.prepare(sql).all(...values) as readonly Result[];
  } finally {
    database.close();
  }
}

/** The numbers of the cases of a home as they are said, oldest first. */
export function cases({ home }: { readonly home: string }): readonly string[] {
  return rows<Row>(home, 'select number from cases order by number').map(({ number }) => caseNumberInWords(number));
}

/** The calls of a home that wait for the case store. */
export function waitingFiles({ home }: { readonly home: string }): readonly string[] {
  const folder = join(home, 'sessions');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(folder, name));
}

/** The session of a case. @throws Error when there is no such case. */
export function sessionOf({ home }: { readonly home: string }, written: string): Session {
  const number = readCaseNumber(written);
  const [row] = rows<Row>(home, 'select * from cases where number = ?', number);
  if (row === undefined) throw new Error(`There is no case ${written}.`);
  const { tree, knowledge, started, words, agent, first_caller: caller, first_channel: channel } = row;
  const header = Object.entries({ tree, knowledge, started, words, agent, caller, channel });
  const events = rows<{ event: string }>(
    home,
    'select event from events where case_number = ? order by sequence',
    row.number,
  ).map(({ event }) => JSON.parse(event) as Event);
  return {
    format: 1,
    ...Object.fromEntries(header.filter(([, value]) => value !== null)),
    events,
  } as unknown as Session;
}

/** The case that is kept in a home. @throws Error when it is not exactly one. */
export function kept(at: { readonly home: string }): { readonly number: string; readonly session: Session } {
  const [number, ...others] = cases(at);
  if (number === undefined || others.length > 0) throw new Error(`${others.length + (number ? 1 : 0)} cases are kept`);
  return { number, session: sessionOf(at, number) };
}
