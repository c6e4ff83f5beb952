import { type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import type { Outcome } from '../../knowledge/index.js';
import { callerKey } from '../caller-key.js';
import type { Database } from '../drivers/database.js';
import type { CaseRow, Tables } from '../schema/tables.js';
import { type CaseSummary, type StoredCase, sessionOf, summaryOf } from './case-record.js';

/** Which cases: all that is given has to fit. Times are in ISO 8601, or only their beginning, such as 2026-11. */
export interface CaseFilter {
  readonly outcome?: readonly Outcome[];
  readonly agent?: string;
  readonly desk?: string;
  readonly tree?: string;
  /** A fault as tree/fault, or only its name. */
  readonly fault?: string;
  readonly channel?: string;
  /** The caller's name, contact or account, without regard to capitals. */
  readonly caller?: string;
  readonly device?: string;
  /** From when and until before when the call began. */
  readonly since?: string;
  readonly until?: string;
  /** Words that have to stand somewhere in it: in what was said, noted or found. */
  readonly text?: string;
  /** Only those that somebody has open now. */
  readonly held?: boolean;
}

/** Which part of a list: the newest first. */
export interface PageOptions {
  /** How many at most. */
  readonly limit: number;
  /** Only cases with a lower number: the last one of the page before. */
  readonly before?: number;
}

/** More words than this are not looked for. */
const mostWords = 20;

/** Of a longer word only so many characters are looked for: SQLite takes patterns of a limited length. */
const longestWord = 1_000;

type Query<Output> = SelectQueryBuilder<Tables, 'cases', Output>;

/** Adds the conditions of a filter to a query of cases. */
export function filtered<Output>(query: Query<Output>, filter: CaseFilter, now: number): Query<Output> {
  const { outcome, agent, desk, tree, fault, channel, caller, device, since, until, text, held } = filter;
  let found = query;
  // An empty list fits nothing, and is none that PostgreSQL would read.
  if (outcome?.length === 0) found = found.where(sql<boolean>`1 = 0`);
  else if (outcome !== undefined) found = found.where('cases.outcome', 'in', [...outcome]);
  if (agent !== undefined) found = found.where('cases.agent_key', '=', callerKey(agent) ?? '');
  if (desk !== undefined) found = found.where('cases.desk', '=', desk);
  if (tree !== undefined) found = found.where('cases.tree', '=', tree);
  if (fault !== undefined)
    found = fault.includes('/')
      ? found.where('cases.fault', '=', fault)
      : found.where(sql<boolean>`cases.fault like ${`%/${likely(fault.slice(0, longestWord))}`} escape '\\'`);
  if (channel !== undefined) found = found.where('cases.channel', '=', channel);
  if (caller !== undefined) {
    const wanted = callerKey(caller) ?? '';
    found = found.where((is) =>
      is.or([
        is('cases.caller_key', '=', wanted),
        is('cases.contact_key', '=', wanted),
        is('cases.account_key', '=', wanted),
      ]),
    );
  }
  if (device !== undefined) found = found.where('cases.device_key', '=', callerKey(device) ?? '');
  if (since !== undefined) found = found.where('cases.begun', '>=', since);
  if (until !== undefined) found = found.where('cases.begun', '<', until);
  if (held === true) found = found.where('cases.held_until', '>', now);
  const words = (text ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, mostWords);
  if (words.length === 0) return found;
  // Looked up once for all words, the newest case first: what many cases have is found before most of them are looked at.
  return found.where((is) => {
    let fitting = is
      .selectFrom('texts')
      .select(sql<number>`1`.as('one'))
      .whereRef('texts.case_number', '=', 'cases.number');
    for (const word of words)
      fitting = fitting.where(sql<boolean>`texts.text like ${`%${likely(word.slice(0, longestWord))}%`} escape '\\'`);
    return is.exists(fitting);
  });
}

function likely(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}

/** A page of the cases that fit, the newest first. */
export async function listCases(
  database: Database,
  filter: CaseFilter,
  { limit, before }: PageOptions,
): Promise<readonly CaseSummary[]> {
  const now = await database.now();
  let query = filtered(database.db.selectFrom('cases').selectAll('cases'), filter, now);
  if (before !== undefined) query = query.where('cases.number', '<', before);
  const rows = await query.orderBy('cases.number', 'desc').limit(limit).execute();
  return rows.map((row) => summaryOf(row, now));
}

/** How many cases fit. */
export async function countCases(database: Database, filter: CaseFilter): Promise<number> {
  const now = await database.now();
  const row = await filtered(
    database.db.selectFrom('cases').select((is) => is.fn.countAll<number>().as('count')),
    filter,
    now,
  ).executeTakeFirstOrThrow();
  return Number(row.count);
}

/** One case with its events, by its number or its id; undefined where there is none. @throws Error when it is damaged. */
export async function readCase(database: Database, which: number | string): Promise<StoredCase | undefined> {
  if (typeof which === 'number' && !Number.isSafeInteger(which)) return undefined;
  const now = await database.now();
  const row = await database.db
    .selectFrom('cases')
    .selectAll()
    .where(typeof which === 'number' ? 'number' : 'id', '=', which as never)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  // What was added since the row was read is left for the next time.
  const events = await database.db
    .selectFrom('events')
    .select(['event', 'sequence'])
    .where('case_number', '=', row.number)
    .where('sequence', '<', row.version)
    .orderBy('sequence')
    .execute();
  if (events.length < row.version) return missing(database, row, events.length);
  return { ...summaryOf(row, now), session: sessionOf(row, events) };
}

/** A case without all of its events: erased since its row was read, or damaged. */
async function missing({ db }: Database, { number, version }: Selectable<CaseRow>, found: number): Promise<undefined> {
  const row = await db.selectFrom('cases').select('number').where('number', '=', number).executeTakeFirst();
  if (row === undefined) return undefined;
  throw new Error(`Of the ${version} events of case ${number} only ${found} are stored: it is damaged.`);
}
