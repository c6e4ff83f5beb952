import type { KnowledgeBase } from '../../knowledge/index.js';
import { type Session, situation } from '../../session/index.js';
import { detailsOf } from '../details/details-of.js';
import { detailTables } from '../schema/detail-tables.js';
import { tableKeys } from '../schema/table-keys.js';
import { standingOf } from '../standing.js';
import { sessionOf, standingColumns } from '../store/case-record.js';
import { compareColumns, compareRows, type Difference } from './compare-rows.js';
import type { WholeCase } from './whole-cases.js';

/** What is wrong with a case that can be seen without its knowledge base; and its session, where it is one. */
export function checkEvents({ row, events }: WholeCase): {
  readonly session?: Session;
  readonly differences: readonly Difference[];
} {
  const differences: Difference[] = [];
  const gap = events.findIndex(({ sequence }, index) => sequence !== index);
  if (gap >= 0) differences.push({ what: 'events', expected: `event ${gap}`, found: `event ${events[gap]?.sequence}` });
  if (events.length !== row.version)
    differences.push({ what: 'number of events', expected: String(row.version), found: String(events.length) });
  try {
    const session = sessionOf(row, events);
    events.forEach(({ at, sequence }, index) => {
      const own = session.events[index]?.at ?? null;
      if (own !== at)
        differences.push({ what: `time of event ${sequence}`, expected: own ?? 'none', found: at ?? 'none' });
    });
    return { session, differences };
  } catch (error) {
    return {
      differences: [...differences, { what: 'events', expected: 'a session', found: (error as Error).message }],
    };
  }
}

/** What is recorded of a case and does not follow from its events. */
export async function checkReplay(
  kb: KnowledgeBase,
  { row, details, text }: WholeCase,
  session: Session,
): Promise<readonly Difference[]> {
  const now = session.tree === '' ? undefined : await situation(kb, session);
  // A call in which no event has a time has none to compare with.
  const standing = standingColumns(standingOf(kb, session, now, row.begun));
  const isTimed = session.started !== undefined || session.events.some(({ at }) => at !== undefined);
  const expected = isTimed ? standing : { ...standing, changed: row.changed };
  const differences = compareColumns('case', expected, row);
  if (row.detailed !== row.version) return differences;
  const own = await detailsOf(kb, row.number, session, row.begun.slice(0, 10));
  return [
    ...differences,
    ...compareColumns('case', { tree_version: own.treeVersion }, row),
    ...compareColumns('case', { text: own.text }, { text }),
    ...detailTables.flatMap((table) => compareRows(table, tableKeys[table], own[table], details[table])),
  ];
}
