import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { callerOf, type KnowledgeBase, type Parked, parkedNow, reopen, type Session } from '../../index.js';
import { readSession } from '../session-file.js';
import { isOver } from './call.js';
import { timeInWords } from './clock-words.js';

/** A call that was not brought to its end. */
export interface KeptCall {
  readonly file: string;
  /** Whose it is and what it is about, in a line. */
  readonly label: string;
  readonly parked?: Parked;
}

/** How many of the newest calls are looked at. */
const mostLookedAt = 100;

/**
 * The calls to go on with: those that were parked, by the time to call back; then the newest one of all, if it was cut
 * off. What cannot be read is no reason to keep a caller waiting, and is left out.
 */
export async function callsToGoOnWith(kb: KnowledgeBase, directory: string, now: string): Promise<readonly KeptCall[]> {
  const files = newest(directory);
  const kept = files.flatMap((file) => {
    const session = sessionIn(file);
    return session === undefined ? [] : [{ file, session }];
  });
  const parked = kept.flatMap(({ file, session }) => {
    const why = parkedNow(session);
    return why === undefined ? [] : [{ file, parked: why, label: labelOf(kb, session, why, now) }];
  });
  parked.sort((a, b) => (callBackOf(a) < callBackOf(b) ? -1 : 1));
  const [first] = kept;
  const isCutOff = first !== undefined && parkedNow(first.session) === undefined && (await isOpen(kb, first.session));
  return isCutOff ? [...parked, { file: first.file, label: labelOf(kb, first.session, undefined, now) }] : parked;
}

function newest(directory: string): readonly string[] {
  try {
    return readdirSync(directory)
      .filter((name) => name.startsWith('call-') && name.endsWith('.json'))
      .sort()
      .slice(-mostLookedAt)
      .reverse()
      .map((name) => join(directory, name));
  } catch {
    return [];
  }
}

function sessionIn(file: string): Session | undefined {
  try {
    return readSession(file);
  } catch {
    return undefined;
  }
}

async function isOpen(kb: KnowledgeBase, session: Session): Promise<boolean> {
  try {
    return !isOver((await reopen(kb, session)).situation);
  } catch {
    return false;
  }
}

function callBackOf({ parked }: { readonly parked: Parked }): string {
  return parked.callBack ?? '~';
}

function labelOf(kb: KnowledgeBase, session: Session, parked: Parked | undefined, now: string): string {
  const caller = callerOf(session);
  const subject = kb.trees.get(session.tree)?.title ?? session.words ?? session.tree;
  const who = caller === undefined ? subject : `${caller}, ${subject}`;
  if (parked === undefined) return `Cut off: ${who}`;
  if (parked.callBack === undefined) return `Parked: ${who} (${parked.parked})`;
  const due = parked.callBack <= now ? 'Was to be called back' : 'To call back';
  return `${due} ${timeInWords(parked.callBack, now)}: ${who} (${parked.parked})`;
}
