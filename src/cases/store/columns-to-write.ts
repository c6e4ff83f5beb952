import type { Session } from '../../session/index.js';
import type { Database } from '../drivers/database.js';
import type { CaseStanding } from '../standing.js';
import { headerColumns, standingColumns } from './case-record.js';

type Columns = ReturnType<typeof headerColumns> & ReturnType<typeof standingColumns> & { readonly version: number };

/** The columns that change with nearly every event. */
type Quick = Pick<Columns, 'version' | 'changed' | 'situation' | 'place' | 'took'>;

/** What is to be written into the row of a case, and what to say when it was. */
export interface ColumnsToWrite {
  /** Those that may have changed. */
  readonly columns: Quick | Columns;
  /** All of them. */
  readonly all: Columns;
  /** Remembers that they stand in the case with this number, which has so many events now. */
  readonly written: (number: number, version: number) => void;
}

/** So many calls are remembered in a process: it has one or a few open. */
const most = 50;

const rememberedIn = new WeakMap<Database, Map<number, Columns>>();

/**
 * The columns of a case to write. Most of them hardly ever change, and each that is written although it has not costs a
 * page of every index that it is in: what this process has written itself, and nobody has changed since, is left out.
 * @param kept how the case was when this process kept it last
 */
export function columnsToWrite(
  database: Database,
  session: Session,
  standing: CaseStanding,
  kept: { readonly number: number; readonly version: number } | undefined,
): ColumnsToWrite {
  // Not spread: it is done for each event, and two spreads in one literal take V8 forty times as long.
  const all: Columns = Object.assign(standingColumns(standing), headerColumns(session), {
    version: session.events.length,
  });
  const last = kept && rememberedIn.get(database)?.get(kept.number);
  const isAsBefore = last !== undefined && last.version === kept?.version && isOnlyQuick(last, all);
  return {
    columns: isAsBefore ? quickOf(all) : all,
    all,
    written: (number, version) => remember(database, number, { ...all, version }),
  };
}

function quickOf({ version, changed, situation, place, took }: Columns): Quick {
  return { version, changed, situation, place, took };
}

/** Whether two rows differ only in what changes with nearly every event. */
function isOnlyQuick(last: Columns, now: Columns): boolean {
  const quick = quickOf(now);
  for (const column in now) {
    const key = column as keyof Columns;
    if (now[key] !== last[key] && !(key in quick)) return false;
  }
  return true;
}

function remember(database: Database, number: number, columns: Columns): void {
  const remembered = rememberedIn.get(database) ?? new Map<number, Columns>();
  rememberedIn.set(database, remembered);
  // Taken out first, so that the one that was not written to for longest stands first.
  remembered.delete(number);
  remembered.set(number, columns);
  const [oldest] = remembered.keys();
  if (remembered.size > most && oldest !== undefined) remembered.delete(oldest);
}
