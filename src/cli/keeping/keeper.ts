import { randomUUID } from 'node:crypto';
import {
  type CaseStore,
  caseNumberInWords,
  type KnowledgeBase,
  type Session,
  type Situation,
  type StoredCase,
  standingOf,
} from '../../index.js';
import { holdFor } from './hold-for.js';
import type { Aside } from './set-aside.js';
import type { StoreAccess } from './store-access.js';

/**
 * What came of keeping a call's events. `aside` is as good as stored for the agent, who goes on. `session` is there where
 * somebody else has noted something meanwhile, and has both.
 */
export type Kept =
  | { readonly result: 'stored'; readonly session?: Session }
  | { readonly result: 'aside' }
  | { readonly result: 'taken'; readonly by: string };

/** Keeps one call: in the case store, and beside it while that is out of reach. */
export interface Keeper {
  /** Keeps what is new; it is on a disk when this returns, unless no disk takes it. Never throws. */
  keep(session: Session, situation: Situation | undefined): Promise<Kept>;
  /** The case's number, once it has one. */
  number(): number | undefined;
  /** The id by which the store knows it. */
  id(): string;
  /** Where the call is kept: in the store, in a file beside it, or nowhere but in memory. */
  where(): { readonly place: 'store' | 'nowhere' } | { readonly place: 'file'; readonly file: string };
  /** Takes the case back from whoever has it, as they have left it; undefined while the store is out of reach. */
  takeBack(): Promise<StoredCase | undefined>;
  /** The store, while it can be reached. */
  store(): Promise<CaseStore | undefined>;
  /** Works out what reports count, and gives the case free. */
  leave(): Promise<void>;
}

/** What a keeper needs. */
export interface KeeperOptions {
  readonly kb: KnowledgeBase;
  readonly access: StoreAccess;
  readonly aside: Aside;
  /** Who holds the case, for others to see. */
  readonly holder: string;
  readonly clock: () => string;
  /** Tells the agent once that something is out of order, and once that it is in order again. */
  readonly warn: (message: string) => void;
  readonly note: (message: string) => void;
  /** The call that is gone on with, and the right to write it. */
  readonly id?: string;
  readonly token?: string;
  readonly stored?: { readonly number: number; readonly version: number };
  readonly pace?: Pace;
}

/** How long things take, in milliseconds. */
export interface Pace {
  /** How often a sign of life is given: well before a hold is over. */
  readonly signOfLife: number;
  /** How long an agent waits for the store at most. */
  readonly patience: number;
  /** How often a store that is out of reach is tried again. */
  readonly tryAgain: number;
}

const usualPace: Pace = { signOfLife: 60_000, patience: 4_000, tryAgain: 3_000 };

/** What takes too long counts as failed: a caller is waiting. It may still succeed, and then nothing is stored twice. */
async function inTime<Result>(work: Promise<Result>, patience: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it did not answer within ${patience / 1000} seconds`)), patience);
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Keeps a call that begins, or one that is gone on with. */
export function keeperFor(options: KeeperOptions): Keeper {
  const { kb, access, aside, clock, warn, note, pace = usualPace } = options;
  const hold = holdFor(options.holder, options.token);
  let id = options.id ?? randomUUID();
  let stored = options.stored;
  let last: { readonly session: Session; readonly situation: Situation | undefined } | undefined;
  /** Why the store is out of reach; the file that holds the call meanwhile, if one does. */
  let away: { readonly file: string | undefined } | undefined;
  let timers: NodeJS.Timeout[] = [];
  // One at a time: the agent's next event and the next try would otherwise write the same events.
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const done = queue.then(work, work);
    queue = done.catch(() => undefined);
    return done;
  };
  const every = (milliseconds: number, work: () => void): void => {
    const timer = setInterval(work, milliseconds);
    timer.unref();
    timers.push(timer);
  };
  const stop = (): void => {
    for (const timer of timers) clearInterval(timer);
    timers = [];
  };

  const intoStore = async (session: Session, situation: Situation | undefined): Promise<Kept> => {
    const open = await access.get();
    const standing = standingOf(kb, session, situation, clock());
    const kept = await open.keep({ id, session, standing, hold, ...(stored && { kept: stored }) });
    if (kept.result === 'gone') {
      // Erased while the caller was still on the line: what is said from now on is a case of its own.
      id = randomUUID();
      stored = undefined;
      return intoStore(session, situation);
    }
    // Events that do not fit can only come from somebody who has the case instead.
    if (kept.result !== 'kept') return { result: 'taken', by: kept.result === 'taken' ? kept.by : '' };
    if (stored === undefined) showLife();
    // Whoever keeps the call next may not know of the notes of others: then all of it is compared.
    const version = kept.session === undefined ? kept.version : 0;
    // One that took too long, and was not waited for, may come to its end after a later one.
    if (stored === undefined || version === 0 || stored.version < version || stored.number !== kept.number)
      stored = { number: kept.number, version };
    return { result: 'stored', ...(kept.session && { session: kept.session }) };
  };

  const renew = (): Promise<void> =>
    inTurn(async () => {
      if (away !== undefined || stored === undefined) return;
      try {
        await (await access.get()).renew(stored.number, hold);
      } catch {
        // The next event will show it.
      }
    });

  const showLife = (): void => every(pace.signOfLife, () => void renew());

  const giveUp = (error: unknown, session: Session): void => {
    const file = aside.put(session);
    const said = (error as Error).message.replace(/[.\s]+$/, '');
    const reason = said.startsWith('The case store') ? said : `The case store does not take this call: ${said}`;
    if (away === undefined) {
      warn(
        file === undefined
          ? `${reason}. No file can be written either. Go on: the call is kept in memory, and stored as soon as that is possible. Do not close this window before.`
          : `${reason}. Go on: everything is kept in ${file}, and stored as soon as that is possible.`,
      );
      every(pace.tryAgain, () => void inTurn(retry));
    }
    away = { file };
    // Not waited for: a database that is gone may take long to say so.
    void access.drop();
  };

  const retry = async (): Promise<void> => {
    if (away === undefined || last === undefined) return;
    try {
      const { session, situation } = last;
      const { result } = await intoStore(session, situation);
      away = undefined;
      stop();
      showLife();
      // Of a call that somebody else has taken over the file stays: what is in it is in no other place.
      if (result !== 'stored') return;
      aside.clear();
      note(`The case store can be reached again: all of this call is stored${numberInWords()}.`);
    } catch {
      void access.drop();
    }
  };

  const numberInWords = (): string => (stored === undefined ? '' : ` as case ${caseNumberInWords(stored.number)}`);

  if (stored !== undefined) showLife();
  return {
    keep: (session, situation) =>
      inTurn(async () => {
        last = { session, situation };
        if (away !== undefined) {
          away = { file: aside.put(session) };
          return { result: 'aside' };
        }
        try {
          return await inTime(intoStore(session, situation), pace.patience);
        } catch (error) {
          giveUp(error, session);
          return { result: 'aside' };
        }
      }),
    number: () => stored?.number,
    id: () => id,
    where() {
      if (away === undefined) return { place: 'store' };
      return away.file === undefined ? { place: 'nowhere' } : { place: 'file', file: away.file };
    },
    takeBack: () =>
      inTurn(async () => {
        if (stored === undefined) return undefined;
        try {
          const open = await access.get();
          await open.hold(stored.number, hold, true);
          const now = await open.read(stored.number);
          if (now !== undefined) stored = { number: now.number, version: now.version };
          return now;
        } catch {
          return undefined;
        }
      }),
    async store() {
      if (away !== undefined) return undefined;
      try {
        return await access.get();
      } catch {
        return undefined;
      }
    },
    leave: () =>
      inTurn(async () => {
        // A store that is back by now takes what waited for it.
        if (away !== undefined) await retry();
        stop();
        if (away !== undefined || stored === undefined) return;
        try {
          const open = await access.get();
          const left = await open.read(stored.number);
          if (left !== undefined) await open.detail(kb, left);
          await open.release(stored.number, hold);
        } catch {
          // The events are stored. The details are worked out before anything is counted, and the hold ends by itself.
        }
      }),
  };
}
