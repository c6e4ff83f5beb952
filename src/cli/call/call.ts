import {
  type Input,
  type KnowledgeBase,
  type Session,
  type Situation,
  type Stepped,
  situation,
  step,
} from '../../index.js';
import { writeSession } from '../session-file.js';

/** A call that is being taken: the session as it stands, kept in its file after every event. */
export interface Call {
  readonly kb: KnowledgeBase;
  readonly file: string;
  session(): Session;
  /** Makes sure that all of it is on the disk. @returns whether it is. */
  isKept(): boolean;
  now(): Promise<Situation>;
  /** Takes an input; when it is taken, the session is on the disk before this returns, unless the disk fails. */
  take(input: Input): Promise<Stepped>;
}

/**
 * Begins or goes on with a call that is kept in `file`. A caller does not wait for a disk: where the file cannot be
 * written, `warn` is told once, and the call goes on.
 */
export function callIn(
  kb: KnowledgeBase,
  file: string,
  first: Session,
  clock: () => string,
  warn: (message: string) => void,
): Call {
  let session = first;
  let kept = true;
  const keep = (next: Session): void => {
    try {
      writeSession(file, next);
      kept = true;
    } catch (error) {
      if (kept) warn(`This call cannot be kept in "${file}": ${(error as Error).message}`);
      kept = false;
    }
  };
  // Nothing has happened yet in a new call: its file is written with the first event, and the first question need not wait.
  if (session.events.length > 0) keep(session);
  return {
    kb,
    file,
    isKept() {
      keep(session);
      return kept;
    },
    session: () => session,
    now: () => situation(kb, session),
    async take(input) {
      const stepped = await step(kb, session, input, clock());
      if (stepped.refused === undefined) {
        keep(stepped.session);
        session = stepped.session;
      }
      return stepped;
    },
  };
}

/** Whether a call that stands so has come to its end: no problem of it is open. */
export function isOver(last: Situation): boolean {
  const ended = last.type === 'fixed' || last.type === 'closed' || last.type === 'referred';
  return ended && last.problems.every(({ state }) => state !== 'open');
}

/** Whether all the problems of a call are solved. */
export function isSolved(last: Situation): boolean {
  return last.problems.every(({ state }) => state === 'fixed');
}
