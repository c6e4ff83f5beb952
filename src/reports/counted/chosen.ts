import type { Database } from '../../cases/index.js';
import { dayAfter } from '../days.js';
import type { ReportOptions } from '../report-options.js';

/** A part of a query. */
export type Fragment = ReturnType<Database['sql']>;

/** The condition that a case, under the name `c`, is one of those that are counted. */
export function chosenCases({ sql }: Database, options: ReportOptions): Fragment {
  const { since, until, tree } = options;
  const inTree = tree === undefined ? sql`` : sql`and c.tree = ${tree}`;
  return sql`c.begun >= ${since} and c.begun < ${dayAfter(until)} ${inTree} ${whoseCases({ sql }, options)}`;
}

/** The condition that a row of details, under a name, belongs to a case that is counted. */
export function chosenDetails({ sql }: Database, options: ReportOptions, name: string, hasTree = true): Fragment {
  const { since, until, tree, agent, desk, channel } = options;
  const ofTree = tree === undefined ? sql`` : sql`and c.tree = ${tree}`;
  const inTree = tree === undefined || !hasTree ? sql`` : sql`and ${sql.ref(`${name}.tree`)} = ${tree}`;
  const isAny = agent === undefined && desk === undefined && channel === undefined && (tree === undefined || hasTree);
  const inCases = isAny
    ? sql``
    : sql`and ${sql.ref(`${name}.case_number`)} in (select c.number from cases as c where c.begun >= ${since}
        and c.begun < ${dayAfter(until)} ${hasTree ? sql`` : ofTree} ${whoseCases({ sql }, options)})`;
  const day = sql.ref(`${name}.day`);
  return sql`${day} >= ${since} and ${day} <= ${until} ${inTree} ${inCases}`;
}

function whoseCases({ sql }: Pick<Database, 'sql'>, { agent, desk, channel }: ReportOptions): Fragment {
  const byAgent = agent === undefined ? sql`` : sql`and lower(c.last_agent) = ${agent.toLowerCase()}`;
  const toDesk = desk === undefined ? sql`` : sql`and c.desk = ${desk}`;
  const on = channel === undefined ? sql`` : sql`and c.channel = ${channel}`;
  return sql`${byAgent} ${toDesk} ${on}`;
}
