import { setTimeout as pause } from 'node:timers/promises';
import type { KnowledgeBase } from '../../knowledge/index.js';
import { type Remark, type Session, situation } from '../../session/index.js';
import type { Database } from '../drivers/database.js';
import { standingOf, standingWithRemarks } from '../standing.js';
import { keepCall } from './keep.js';
import { readCase } from './read-cases.js';

/** How often it is tried anew when the agent of the call writes at the same moment. */
const mostTries = 40;

/**
 * Adds something to a case that changes nothing about where it stands, such as a note, also while somebody has it open.
 * @returns the number of events it has now; undefined where there is no such case.
 */
export async function addRemark(
  database: Database,
  kb: KnowledgeBase,
  number: number,
  remark: Remark & { readonly at: string },
): Promise<number | undefined> {
  for (let attempt = 1; attempt <= mostTries; attempt += 1) {
    const stored = await readCase(database, number);
    if (stored === undefined) return undefined;
    const { id, version } = stored;
    const session: Session = { ...stored.session, events: [...stored.session.events, remark] };
    const isReplayable = session.tree !== '' && session.knowledge === kb.hash;
    const standing = isReplayable
      ? standingOf(kb, session, await situation(kb, session), remark.at)
      : standingWithRemarks(stored, session, remark.at);
    const kept = await keepCall(database, { id, session, standing, kept: { number, version } });
    if (kept.result === 'kept') return kept.version;
    if (kept.result === 'gone') return undefined;
    await pause(Math.random() * 5 * attempt);
  }
  throw new Error(`Case ${number} is written to by others all the time. Try again.`);
}
