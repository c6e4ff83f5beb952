import type { Database } from '../../cases/index.js';
import type { Fragment } from './chosen.js';

/**
 * A query that tells how durations are spread, by the second, packed into one text for each group: a row for each second
 * would be a hundred times as many to read. `spreadOf` reads it.
 * @param from what follows `from`, with its condition on what is measured
 * @param by columns by which they are grouped, all of them in `from`
 * @param took the column with the duration in milliseconds
 */
export function secondsPacked(
  { sql }: Pick<Database, 'sql'>,
  from: Fragment,
  by: readonly string[],
  took: string,
): Fragment {
  const columns = sql.join(by.map((name) => sql.ref(name)));
  const outer = sql.join(by.map((name) => sql.ref(name.split('.').at(-1) ?? name)));
  const time = sql.ref(took);
  return sql`select ${outer}, string_agg(second || ':' || count || ':' || sum, ' ') as spread
    from (select ${columns}, ${time} / 1000 as second, count(*) as count, sum(${time}) as sum
          from ${from} group by ${columns}, ${time} / 1000) as seconds
    group by ${outer}`;
}
