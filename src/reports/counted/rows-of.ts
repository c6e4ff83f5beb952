import type { Database } from '../../cases/index.js';
import type { Fragment } from './chosen.js';

/** The rows that a query finds. @throws what the database throws. */
export async function rowsOf<Row>({ db }: Database, query: Fragment): Promise<readonly Row[]> {
  return (await query.execute(db)).rows as readonly Row[];
}
