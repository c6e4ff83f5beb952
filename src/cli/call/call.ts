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
  now(): Promise<Situation>;
  /** Takes an input; when it is taken the session is on the disk before this returns. */
  take(input: Input): Promise<Stepped>;
}

/** Begins or goes on with a call that is kept in `file`. */
export function callIn(kb: KnowledgeBase, file: string, first: Session, clock: () => string): Call {
  let session = first;
  writeSession(file, session);
  return {
    kb,
    file,
    session: () => session,
    now: () => situation(kb, session),
    async take(input) {
      const stepped = await step(kb, session, input, clock());
      if (stepped.refused === undefined) {
        writeSession(file, stepped.session);
        session = stepped.session;
      }
      return stepped;
    },
  };
}
