import { createHash } from 'node:crypto';
import { readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type CaseStore, type KnowledgeBase, reopen, type Session, type Situation, standingOf } from '../../index.js';
import { readSession } from '../session-file.js';
import { holdFor } from './hold-for.js';
import { isAlive } from './holder-name.js';
import { foldersAside, readFileName } from './set-aside.js';

/**
 * Stores the calls that wait in files: set aside while the store was out of reach, or left by an older Faultline. A file is
 * removed when all that it holds is stored. Those that a running process writes are left to it, and those of a case that
 * somebody has open wait for the next time.
 * @returns the files whose events do not fit what the store has by now, since somebody else has gone on with the call: they
 *   are put aside for good, under these names.
 */
export async function storeWaiting(
  store: CaseStore,
  kb: KnowledgeBase,
  sessions: string,
  now: string,
): Promise<readonly string[]> {
  const hold = holdFor('Faultline');
  const apart: string[] = [];
  for (const file of waitingFiles(sessions)) {
    const session = sessionIn(file);
    if (session === undefined || session.events.length === 0) continue;
    const id = idOf(file);
    const standing = standingOf(kb, session, await standsAt(kb, session), now);
    const kept = await store.keep({ id, session, standing, hold });
    if (kept.result === 'kept') {
      await store.release(kept.number, hold);
      const complete = await store.read(kept.number);
      if (complete !== undefined) await store.detail(kb, complete);
      rmSync(file, { force: true });
    } else if (kept.result === 'changed') {
      renameSync(file, `${file}.apart`);
      apart.push(`${file}.apart`);
    }
  }
  return apart;
}

/** What to tell the agent of them. */
export function apartInWords(file: string): string {
  return `What was entered in a call that somebody else had taken over meanwhile is kept in ${file}.`;
}

/** The id of a call in a file: the one in its name, or one that is always the same for the same file. */
export function idOf(file: string): string {
  const named = readFileName(file)?.id;
  if (named !== undefined) return named;
  const hash = createHash('sha256').update(basename(file)).digest('hex');
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join('-');
}

function waitingFiles(sessions: string): readonly string[] {
  return foldersAside(sessions).flatMap((folder) => {
    try {
      return readdirSync(folder)
        .filter((name) => name.startsWith('call-') && name.endsWith('.json'))
        .sort()
        .map((name) => join(folder, name))
        .filter((file) => {
          const writer = readFileName(file)?.process;
          return writer === undefined || !isAlive(writer);
        });
    } catch {
      return [];
    }
  });
}

function sessionIn(file: string): Session | undefined {
  try {
    return readSession(file);
  } catch {
    return undefined;
  }
}

async function standsAt(kb: KnowledgeBase, session: Session): Promise<Situation | undefined> {
  if (!kb.trees.has(session.tree)) return undefined;
  return (await reopen(kb, session)).situation;
}
