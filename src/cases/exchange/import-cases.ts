import type { KnowledgeBase } from '../../knowledge/index.js';
import { maskSession } from '../../personal/index.js';
import { reopen, situation } from '../../session/index.js';
import type { CaseStore } from '../case-store.js';
import { type CaseStanding, standingOf } from '../standing.js';
import { type CaseRead, readExported } from './read-exported.js';

/** A case that was taken in, or was there: `line` is that of what was read, from 1. */
export interface ImportedCase {
  readonly line: number;
  /** The number it has here. */
  readonly number: number;
  /** The number it had where it comes from, with its check digit. */
  readonly before?: string;
  /** new; completed with events that were missing; or there already, with all of its events */
  readonly result: 'new' | 'completed' | 'there';
}

/** What came of taking cases in. */
export interface Imported {
  readonly cases: readonly ImportedCase[];
  /** Cases that are here with other events than were read, or that somebody has open: they stay as they are. */
  readonly conflicts: readonly { readonly line: number; readonly number: number; readonly why: 'differs' | 'open' }[];
  /** What could not be read, and why, in a sentence. */
  readonly refused: readonly { readonly line: number; readonly reason: string }[];
}

/** How cases are taken in. */
export interface ImportOptions {
  /** The time now in ISO 8601: that of calls that carry none. */
  readonly now: string;
}

/**
 * Takes in cases: those that `exportCases` gave, and sessions as older versions kept them in files. Their free texts are
 * masked first. A case that is here is known by its id and never written over, so the same can be taken in again. Each gets
 * a number of this store; ties are made anew where both cases are here.
 * @param lines each a case as JSON; a blank one is passed over
 */
export async function importCases(
  store: CaseStore,
  atHand: KnowledgeBase,
  lines: AsyncIterable<string> | Iterable<string>,
  { now }: ImportOptions,
): Promise<Imported> {
  const cases: ImportedCase[] = [];
  const conflicts: Imported['conflicts'][number][] = [];
  const refused: Imported['refused'][number][] = [];
  const links: { readonly number: number; readonly links: CaseRead['links'] }[] = [];
  let line = 0;
  for await (const text of lines) {
    line += 1;
    if (text.trim() === '') continue;
    const read = readExported(text);
    if ('reason' in read) {
      refused.push({ line, reason: read.reason });
      continue;
    }
    const taken = await takeIn(store, atHand, read, now);
    if ('why' in taken) {
      conflicts.push({ line, ...taken });
      continue;
    }
    cases.push({ line, ...taken, ...(read.number === undefined ? {} : { before: read.number }) });
    if (read.links.length > 0) links.push({ number: taken.number, links: read.links });
  }
  for (const each of links) await tie(store, each.number, each.links);
  return { cases, conflicts, refused };
}

async function takeIn(
  store: CaseStore,
  atHand: KnowledgeBase,
  { id, session: read, standing: told }: CaseRead,
  now: string,
): Promise<Pick<ImportedCase, 'number' | 'result'> | { readonly number: number; readonly why: 'differs' | 'open' }> {
  const kb = await store.knowledge(read.knowledge, atHand);
  const session = maskSession(kb ?? atHand, read);
  const stored = await store.read(id);
  if (stored !== undefined) {
    const { number } = stored;
    const there = stored.session.events.map((event) => JSON.stringify(event));
    const given = session.events.map((event) => JSON.stringify(event));
    const isSame = there.every((event, at) => at >= given.length || event === given[at]);
    if (!isSame) return { number, why: 'differs' };
    if (given.length <= there.length) return { number, result: 'there' };
    if (stored.holder !== undefined) return { number, why: 'open' };
  }
  const standing = (kb === undefined ? told : undefined) ?? (await worked(kb, atHand, session, now));
  const keeping = await store.keep({ id, session, standing });
  if (keeping.result !== 'kept') return { number: keeping.number, why: 'differs' };
  const kept = await store.read(keeping.number);
  if (kb !== undefined && kept !== undefined) await store.detail(kb, kept);
  return { number: keeping.number, result: stored === undefined ? 'new' : 'completed' };
}

/** How a case stands by its knowledge base; where that is not to be had, by the one at hand as far as it goes. */
async function worked(
  kb: KnowledgeBase | undefined,
  atHand: KnowledgeBase,
  session: CaseRead['session'],
  now: string,
): Promise<CaseStanding> {
  if (kb?.trees.has(session.tree) === true) return standingOf(kb, session, await situation(kb, session), now);
  if (!atHand.trees.has(session.tree)) return standingOf(kb ?? atHand, session, undefined, now);
  return standingOf(atHand, session, (await reopen(atHand, session)).situation, now);
}

async function tie(store: CaseStore, number: number, links: CaseRead['links']): Promise<void> {
  const there = new Set((await store.linked(number)).map((each) => each.case.id));
  for (const { id, why, at } of links) {
    const other = there.has(id) ? undefined : await store.read(id);
    if (other !== undefined && other.number !== number) await store.link(number, other.number, why, at);
  }
}
