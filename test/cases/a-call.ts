import { randomUUID } from 'node:crypto';
import {
  type CallToKeep,
  type CaseStanding,
  type CaseStore,
  type Hold,
  type KnowledgeBase,
  type Session,
  situation,
  standingOf,
} from '../../src/index.js';

/** When things happen in tests that do not say otherwise. */
export const noon = '2026-11-28T12:00:00.000Z';

/** How a session stands; for one without a tree nothing is asked of the knowledge base. */
export async function standingNow(kb: KnowledgeBase, session: Session): Promise<CaseStanding> {
  return standingOf(kb, session, session.tree === '' ? undefined : await situation(kb, session), noon);
}

/** A call as the terminal hands it to the store. */
export async function callOf(kb: KnowledgeBase, session: Session, more: Partial<CallToKeep> = {}): Promise<CallToKeep> {
  return { id: randomUUID(), session, standing: await standingNow(kb, session), ...more };
}

/** A hold of a minute that nobody else has. */
export function holdOf(name: string, forMs = 60_000): Hold {
  return { token: randomUUID(), name, forMs };
}

/** Keeps a session that has to be kept, and gives what was said of it. */
export async function kept(
  store: CaseStore,
  kb: KnowledgeBase,
  session: Session,
  more: Partial<CallToKeep> = {},
): Promise<{ readonly id: string; readonly number: number; readonly version: number }> {
  const call = await callOf(kb, session, more);
  const keeping = await store.keep(call);
  if (keeping.result !== 'kept') throw new Error(`The call was not kept: ${JSON.stringify(keeping)}`);
  return { id: call.id, number: keeping.number, version: keeping.version };
}

/** The session with events appended that nobody has to admit. */
export function withEvents(session: Session, ...events: Session['events']): Session {
  return { ...session, events: [...session.events, ...events] };
}
