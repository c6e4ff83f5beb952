import type { Transaction } from 'kysely';
import { tableKeys } from '../schema/table-keys.js';
import type { Tables } from '../schema/tables.js';

/** The tables whose rows belong to a case and hold texts that are not worked out anew. */
type TableOfTexts = Exclude<keyof Tables, 'cases' | 'knowledge' | 'erasures'>;

/** Changes every text in the rows of a case, where the change makes it another. */
export async function rewriteRows(
  trx: Transaction<Tables>,
  table: TableOfTexts,
  number: number,
  change: (text: string) => string,
): Promise<void> {
  // The query builder's types hold for one table at a time; what is written here is the same for all of them.
  const name = table as 'texts';
  const rows = await trx
    .selectFrom(name)
    .selectAll()
    .where((is) =>
      table === 'links'
        ? is.or([is('one' as 'case_number', '=', number), is('other' as 'case_number', '=', number)])
        : is('case_number', '=', number),
    )
    .execute();
  for (const row of rows) {
    const changed = Object.entries(row).flatMap(([column, value]) => {
      const text = typeof value === 'string' ? change(value) : value;
      return text === value ? [] : [[column, text] as const];
    });
    if (changed.length === 0) continue;
    let update = trx.updateTable(name).set(Object.fromEntries(changed));
    for (const key of tableKeys[table]) update = update.where(key as 'case_number', '=', row[key as 'case_number']);
    await update.execute();
  }
}
