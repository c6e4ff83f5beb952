import type { Caller } from '../../session/index.js';
import { callerKey } from '../caller-key.js';
import type { Database } from '../drivers/database.js';
import { type CaseSummary, summaryOf } from './case-record.js';

/** What an earlier case has in common with a call. */
export interface EarlierCase {
  readonly case: CaseSummary;
  readonly same: readonly (keyof Caller)[];
}

/** How many earlier cases are looked for. */
const most = 10;

/** The newest cases of the same caller, contact, account or device, without the one with this id. */
export async function earlierCases(
  database: Database,
  caller: Caller,
  except?: string,
): Promise<readonly EarlierCase[]> {
  const wanted = (['name', 'contact', 'account', 'device'] as const).flatMap((of) => {
    const key = callerKey(caller[of]);
    return key === undefined ? [] : [{ of, column: columns[of], key }];
  });
  if (wanted.length === 0) return [];
  const now = await database.now();
  let query = database.db
    .selectFrom('cases')
    .selectAll()
    .where((is) => is.or(wanted.map(({ column, key }) => is(column, '=', key))));
  if (except !== undefined) query = query.where('id', '!=', except);
  const rows = await query.orderBy('number', 'desc').limit(most).execute();
  return rows.map((row) => ({
    case: summaryOf(row, now),
    same: wanted.filter(({ column, key }) => row[column] === key).map(({ of }) => of),
  }));
}

const columns = {
  name: 'caller_key',
  contact: 'contact_key',
  account: 'account_key',
  device: 'device_key',
} as const;
