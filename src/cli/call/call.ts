import {
  type Input,
  type KnowledgeBase,
  type Session,
  type Situation,
  type Stamp,
  type Stepped,
  situation,
  step,
} from '../../index.js';
import { holderInWords } from '../keeping/holder-name.js';
import type { Keeper } from '../keeping/keeper.js';

/** A call that is being taken: the session as it stands, kept after every event. */
export interface Call {
  readonly kb: KnowledgeBase;
  /** Where a letter of this call is put, without the end of its name. */
  readonly letters: string;
  session(): Session;
  now(): Promise<Situation>;
  /**
   * Takes an input; when it is taken, it is kept before this returns.
   * @throws TakenOver when somebody else has the call by now; nothing has changed then.
   */
  take(input: Input): Promise<Stepped>;
  /** Takes the call back from whoever has taken it over, with what they have added. @returns whether that was possible. */
  takeBack(): Promise<boolean>;
  /** Absent where nothing is kept, as in practice. */
  readonly keeper?: Keeper;
}

/** Somebody else has taken the call over; `input` was not taken. */
export class TakenOver extends Error {
  constructor(
    readonly by: string,
    readonly input: Input,
  ) {
    super(`${holderInWords({ name: by })} has taken this call over.`);
  }
}

/** The clocks of a call. */
export interface Clocks {
  /** The time now, in ISO 8601. */
  readonly now: () => string;
  /** Milliseconds on a clock that is never put forward or back. */
  readonly elapsed: () => number;
}

/** Begins or goes on with a call that is kept by `keeper`. */
export function callKept(
  kb: KnowledgeBase,
  keeper: Keeper,
  letters: string,
  first: Session,
  { now: clock, elapsed }: Clocks,
): Call {
  let session = first;
  let since = elapsed();
  const takeWith = async (given: Input, stamp: Stamp): Promise<Stepped> => {
    // Before anything is made of it: what is stored, shown and gone on with is one and the same.
    const open = 'answer' in given ? (await situation(kb, session)).question : undefined;
    const { maskInput } = await import('./masked.js');
    const input = maskInput(kb, given, open);
    const stepped = await step(kb, session, input, stamp);
    if (stepped.refused !== undefined) return stepped;
    const kept = await keeper.keep(stepped.session, stepped.situation);
    if (kept.result === 'taken') throw new TakenOver(kept.by, input);
    session = (kept.result === 'stored' ? kept.session : undefined) ?? stepped.session;
    since = elapsed();
    return { ...stepped, session };
  };
  return {
    kb,
    letters,
    keeper,
    session: () => session,
    now: () => situation(kb, session),
    take: (input) => takeWith(input, { at: clock(), took: Math.round(elapsed() - since) }),
    async takeBack() {
      const now = await keeper.takeBack();
      if (now === undefined || now.session.knowledge !== kb.hash) return false;
      session = now.session;
      return true;
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
