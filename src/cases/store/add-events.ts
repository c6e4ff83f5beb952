import type { Transaction } from 'kysely';
import type { Session } from '../../session/index.js';
import type { EventRow, Tables } from '../schema/tables.js';

/** So many events one statement stores: it takes a limited number of values. */
export const mostRows = 200;

/** Stores the events of a case from one of them on. */
export async function addEvents(
  trx: Transaction<Tables>,
  number: number,
  from: number,
  session: Session,
): Promise<void> {
  const rows = eventRows(number, from, session);
  for (let first = 0; first < rows.length; first += mostRows)
    await trx
      .insertInto('events')
      .values(rows.slice(first, first + mostRows))
      .execute();
}

/** The events of a case from one of them on, as they are stored. */
export function eventRows(case_number: number, from: number, { events }: Session): readonly EventRow[] {
  return events.slice(from).map((event, index) => ({
    case_number,
    sequence: from + index,
    at: event.at ?? null,
    event: JSON.stringify(event),
  }));
}
