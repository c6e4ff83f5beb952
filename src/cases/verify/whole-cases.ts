import type { Selectable } from 'kysely';
import type { Database } from '../drivers/database.js';
import { detailTables } from '../schema/detail-tables.js';
import type { CaseRow, EventRow } from '../schema/tables.js';
import { inSnapshot } from '../store/in-snapshot.js';

/** Everything that is stored of a case, as it is stored. */
export interface WholeCase {
  readonly row: Selectable<CaseRow>;
  readonly events: readonly EventRow[];
  readonly details: Readonly<Record<(typeof detailTables)[number], readonly object[]>>;
  readonly text: string | undefined;
}

/** How many cases are read at once. */
const atOnce = 50;

/** All cases by their numbers, each in one state, however many there are and whatever is written in the meantime. */
export async function* wholeCases(database: Database): AsyncIterable<WholeCase> {
  for (let after = 0; ; ) {
    const page = await inSnapshot(database, (snapshot) => pageAfter(snapshot, after));
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.row.number;
  }
}

async function pageAfter({ db }: Database, after: number): Promise<readonly WholeCase[]> {
  const rows = await db
    .selectFrom('cases')
    .selectAll()
    .where('number', '>', after)
    .orderBy('number')
    .limit(atOnce)
    .execute();
  if (rows.length === 0) return [];
  const numbers = rows.map(({ number }) => number);
  const ofThese = <Table extends 'events' | 'texts' | (typeof detailTables)[number]>(table: Table) =>
    db
      .selectFrom(table as 'events')
      .selectAll()
      .where('case_number', 'in', numbers)
      .execute();
  const events = byCase((await ofThese('events')).toSorted((a, b) => a.sequence - b.sequence));
  const texts = byCase((await ofThese('texts')) as unknown as readonly { case_number: number; text: string }[]);
  const details = await Promise.all(detailTables.map(async (table) => [table, byCase(await ofThese(table))] as const));
  return rows.map((row) => ({
    row,
    events: events.get(row.number) ?? [],
    text: texts.get(row.number)?.[0]?.text,
    details: Object.fromEntries(
      details.map(([table, found]) => [table, found.get(row.number) ?? []]),
    ) as unknown as WholeCase['details'],
  }));
}

function byCase<Row extends { readonly case_number: number }>(
  rows: readonly Row[],
): ReadonlyMap<number, readonly Row[]> {
  const found = new Map<number, Row[]>();
  for (const row of rows) {
    const own = found.get(row.case_number);
    if (own === undefined) found.set(row.case_number, [row]);
    else own.push(row);
  }
  return found;
}
