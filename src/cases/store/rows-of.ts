import type { Selectable } from 'kysely';
import type { Database } from '../drivers/database.js';
import { tableKeys } from '../schema/table-keys.js';
import type { Tables } from '../schema/tables.js';

/** How many rows are read at once. */
const atOnce = 500;

/** All rows of a table in the order of its keys, however many there are. */
export async function* rowsOf<Table extends keyof Tables>(
  { db, sql }: Database,
  table: Table,
): AsyncIterable<Selectable<Tables[Table]>> {
  const keys: readonly string[] = tableKeys[table];
  const columns = sql.join(keys.map((key) => sql.ref(key)));
  let after: readonly unknown[] | undefined;
  for (;;) {
    const from = after === undefined ? sql`` : sql`where (${columns}) > (${sql.join(after)})`;
    const { rows } = await sql<Selectable<Tables[Table]>>`
      select * from ${sql.table(table)} ${from} order by ${columns} limit ${sql.lit(atOnce)}`.execute(db);
    yield* rows;
    const last = rows.at(-1) as Readonly<Record<string, unknown>> | undefined;
    if (last === undefined || rows.length < atOnce) return;
    after = keys.map((key) => last[key]);
  }
}
