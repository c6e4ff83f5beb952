import { type KnowledgeBase, type Outcome, withoutUndefined } from '../knowledge/index.js';
import {
  abandonedNow,
  type Caller,
  callerKnown,
  channelOf,
  outcomeOf,
  parkedNow,
  type Session,
  type Situation,
  satisfactionOf,
} from '../session/index.js';

/** What can be said of a case in a line: worked out from its events with each of them, and kept beside them for lists. */
export interface CaseStanding extends Caller {
  /** When the call began and when its last event was, in ISO 8601. */
  readonly begun: string;
  readonly changed: string;
  /** Who took it last. */
  readonly agent?: string;
  readonly channel: string;
  readonly outcome: Outcome;
  readonly situation: Situation['type'] | 'beginning';
  /** Where it stands, as tree/node; empty where no tree was found. */
  readonly place: string;
  /** The fault that was found last, as tree/fault. */
  readonly fault?: string;
  readonly desk?: string;
  readonly issue?: string;
  /** Why it was referred, parked or ended early. */
  readonly reason?: string;
  readonly callBack?: string;
  readonly satisfaction?: number;
  /** How long was spent on it, in milliseconds, as far as it was measured. */
  readonly took: number;
}

/**
 * How a case stands. `situation` is where its session stands; absent for a call for which no tree was found.
 * @param now the time that counts where no event carries one.
 */
export function standingOf(
  kb: KnowledgeBase,
  session: Session,
  situation: Situation | undefined,
  now: string,
): CaseStanding {
  const { events } = session;
  const times = events.flatMap(({ at }) => at ?? []);
  const begun = session.started ?? times[0] ?? now;
  const agent = agentOf(session);
  const satisfaction = satisfactionOf(session);
  return {
    ...callerKnown(session),
    begun,
    changed: times.at(-1) ?? begun,
    ...(agent === undefined ? {} : { agent }),
    channel: channelOf(session),
    situation: situation?.type ?? 'beginning',
    place: situation === undefined ? '' : `${situation.tree}/${situation.node}`,
    ...(situation === undefined ? {} : faultOf(situation)),
    ...ending(kb, session, situation),
    ...(satisfaction === undefined ? {} : { satisfaction }),
    took: tookOf(session),
  };
}

/**
 * How a case stands after remarks, where its knowledge base is not at hand: what they say of it, over how it stood.
 * @param now when the last of them was made
 */
export function standingWithRemarks(before: CaseStanding, session: Session, now: string): CaseStanding {
  const { reason: _reason, callBack: _callBack, ...rest } = before;
  const isUnsettled = ['open', 'parked', 'abandoned'].includes(before.outcome);
  const agent = agentOf(session);
  const satisfaction = satisfactionOf(session);
  return {
    ...(isUnsettled ? { ...rest, ...interruption(session) } : before),
    ...callerKnown(session),
    ...(agent === undefined ? {} : { agent }),
    ...(satisfaction === undefined ? {} : { satisfaction }),
    channel: channelOf(session),
    changed: now,
    took: tookOf(session),
  };
}

/** Who took a call last. */
export function agentOf({ agent, events }: Session): string | undefined {
  const resumed = events.findLast((event) => 'resumed' in event && event.resumed !== '');
  return resumed !== undefined && 'resumed' in resumed ? resumed.resumed : agent;
}

/** Never more than a database counts to, whatever a session says. */
function tookOf({ events }: Session): number {
  const sum = events.reduce((total, { took = 0 }) => total + took, 0);
  return Math.min(Math.round(sum), Number.MAX_SAFE_INTEGER);
}

type Ending = Pick<CaseStanding, 'outcome' | 'desk' | 'issue' | 'reason' | 'callBack'>;

function ending(kb: KnowledgeBase, session: Session, situation: Situation | undefined): Ending {
  if (situation === undefined) return interruption(session);
  const outcome = outcomeOf(kb, session, situation);
  const { problems } = situation;
  switch (outcome) {
    case 'open':
    case 'parked':
    case 'abandoned':
      return interruption(session);
    case 'known-issue':
      return { outcome, ...withoutUndefined({ issue: problems.findLast(({ state }) => state !== 'fixed')?.issue }) };
    case 'referred':
    case 'visit': {
      const referred = problems.findLast(({ state }) => state === 'referred');
      return { outcome, ...withoutUndefined({ desk: referred?.desk, reason: referred?.because }) };
    }
    default:
      return { outcome };
  }
}

/** How a call stands that has come to no end. */
function interruption(session: Session): Ending {
  const abandoned = abandonedNow(session);
  if (abandoned !== undefined) return { outcome: 'abandoned', reason: abandoned.abandoned };
  const parked = parkedNow(session);
  if (parked === undefined) return { outcome: 'open' };
  return { outcome: 'parked', reason: parked.parked, ...withoutUndefined({ callBack: parked.callBack }) };
}

const found: ReadonlySet<string> = new Set(['isolated', 'found', 'fixed', 'partly', 'unverified']);

function faultOf(situation: Situation): { readonly fault?: string } {
  if (situation.type === 'isolated') return { fault: `${situation.tree}/${situation.fault}` };
  if (situation.type === 'fixed' && situation.mended.length > 0) return { fault: situation.mended.at(-1) as string };
  const last = [...situation.faults].findLast(([, status]) => found.has(status));
  return last === undefined ? {} : { fault: last[0] };
}
