import { type KnowledgeBase, type Outcome, withoutUndefined } from '../../knowledge/index.js';
import {
  abandonedNow,
  type Caller,
  type Channel,
  callerKnown,
  channelOf,
  type Danger,
  dangers,
  flagsOf,
  outcomeOf,
  type ProblemStanding,
  type Promised,
  parkedNow,
  promisesOf,
  type Session,
  satisfactionOf,
} from '../../session/index.js';
import { faultName } from '../instruction.js';
import { attemptsOf, claimsOf, type HandOverAttempt } from './attempts.js';
import { type CallRead, callRead } from './call-read.js';
import { foundOf, type HandOverFound } from './found.js';
import { type HandOverDesk, referralsOf } from './referrals.js';
import { type HandOverRuledOut, ruledOutOf } from './ruled-out.js';
import { collectOf, type HandOverCollect, type HandOverStanding, standsOf } from './stands.js';
import { type HandOverPossible, type HandOverSuspect, possibleOf, suspectsOf } from './suspects.js';
import { type HandOverTimes, timesOf } from './times.js';

/** What a session does not know about its call. */
export interface HandOverAbout {
  /** The case's number, as it is said aloud. */
  readonly number?: string;
  /** When the hand-over is made, in ISO 8601. */
  readonly now?: string;
}

/** One of the problems of a call. The first has the number 0. */
export interface HandOverProblem {
  readonly tree: string;
  readonly title: string;
  /** What the caller said about it first. */
  readonly words?: string;
  readonly state: 'solved' | 'open' | 'referred' | 'closed';
}

/**
 * Everything that somebody has to know who goes on with a call: plain JSON, for ticket systems as well. The keys stay as
 * they are; new ones may come. Lists are in the order in which things happened, unless they say otherwise.
 */
export interface HandOver {
  readonly format: 1;
  /** The case's number. */
  readonly case?: string;
  /** When this was written, in ISO 8601. */
  readonly written?: string;
  readonly outcome: Outcome;
  /** Who took the call, the first first. */
  readonly agents: readonly string[];
  readonly channel: Channel;
  readonly caller: Caller;
  readonly times: HandOverTimes;
  readonly problems: readonly HandOverProblem[];
  /** What the caller said in their own words. `taken` is false where it was not understood. */
  readonly words: readonly { readonly said: string; readonly at?: string; readonly taken: boolean }[];
  readonly notes: readonly { readonly note: string; readonly agent?: string; readonly at?: string }[];
  readonly found: HandOverFound;
  readonly tried: readonly HandOverAttempt[];
  /** What the caller says to have tried before the call, and nobody has made sure of. */
  readonly claimed: readonly string[];
  /** The faults that were mended, and how to keep them from coming back. */
  readonly mended: readonly { readonly fault: string; readonly name: string; readonly prevent?: string }[];
  readonly ruled_out: readonly HandOverRuledOut[];
  /** The surest first. */
  readonly suspects: readonly HandOverSuspect[];
  /** What has not been excluded, the nearest on the way first: not what is likely. */
  readonly still_possible: HandOverPossible;
  readonly stands: HandOverStanding;
  readonly collect: readonly HandOverCollect[];
  /** What was promised, and by when, in ISO 8601. */
  readonly promised: readonly Promised[];
  /** Why the call was broken off, and when to call back. */
  readonly parked?: { readonly why: string; readonly call_back?: string };
  /** Why the call was ended early. */
  readonly abandoned?: string;
  /** What rules have warned of. */
  readonly warnings: readonly string[];
  readonly dangers: readonly Danger[];
  /** The desks that it goes to, and why; the one that the call came to last first. */
  readonly desks: readonly HandOverDesk[];
  /** The known issue that it is. */
  readonly issue?: string;
  /** How content the caller said to be, from 1 to 5. */
  readonly satisfaction?: number;
  /** What was said about the knowledge, for its author. */
  readonly flags: readonly string[];
  /** The knowledge base by the hash of its version. */
  readonly knowledge: string;
}

/**
 * All that has to be known to go on with a call, or to look back at it. It tells only what stands: nothing that was taken
 * back or changed.
 * @throws Error when the session belongs to another version of the knowledge base.
 */
export async function handOver(kb: KnowledgeBase, session: Session, about: HandOverAbout = {}): Promise<HandOver> {
  const call = await callRead(kb, session);
  const { now } = call;
  const found = foundOf(call);
  const whole = {
    format: 1 as const,
    case: about.number,
    written: about.now,
    outcome: outcomeOf(kb, session, now),
    agents: agentsOf(session),
    channel: channelOf(session),
    caller: callerKnown(session),
    times: timesOf(session),
    problems: now.problems.map((problem) => problemOf(call, problem)),
    words: wordsOf(session),
    notes: session.events.flatMap((event) =>
      'note' in event ? [{ note: event.note, ...withoutUndefined({ agent: event.agent, at: event.at }) }] : [],
    ),
    found,
    tried: attemptsOf(call),
    claimed: claimsOf(call),
    mended: mendedOf(call),
    ruled_out: await ruledOutOf(call),
    suspects: suspectsOf(call),
    still_possible: await possibleOf(call),
    stands: standsOf(call),
    collect: collectOf(call, found),
    promised: promisedIn(session),
    parked: brokenOff(session),
    abandoned: abandonedNow(session)?.abandoned,
    warnings: now.warnings,
    dangers: dangers(kb).filter((danger) => isTold(call, danger)),
    desks: referralsOf(call),
    issue: now.type === 'closed' ? kb.overlays.get(now.issue ?? '')?.title : undefined,
    satisfaction: satisfactionOf(session),
    flags: flagsOf(kb, session).map(({ flag }) => flag),
    knowledge: session.knowledge,
  };
  return withoutUndefined(whole);
}

function agentsOf({ agent, events }: Session): readonly string[] {
  const others = events.flatMap((event) => {
    if ('resumed' in event) return [event.resumed];
    return 'agent' in event ? (event.agent ?? []) : [];
  });
  return [...new Set([agent ?? '', ...others].filter((name) => name !== ''))];
}

const states = { fixed: 'solved', referred: 'referred', closed: 'closed', current: 'open', open: 'open' } as const;

function problemOf({ kb, session }: CallRead, { number, tree, words, state }: ProblemStanding): HandOverProblem {
  const title = kb.trees.get(tree)?.title ?? tree;
  const first = number === 0 ? session.words : words;
  return { tree, title, ...withoutUndefined({ words: first }), state: states[state] };
}

function wordsOf({ words, started, events }: Session): HandOver['words'] {
  const first = words === undefined ? [] : [{ said: words, ...withoutUndefined({ at: started }), taken: true }];
  const later = events.flatMap((event) =>
    'said' in event && event.said !== words
      ? [{ said: event.said, ...withoutUndefined({ at: event.at }), taken: event.chose !== undefined }]
      : [],
  );
  return [...first, ...later];
}

function mendedOf({ kb, now }: CallRead): HandOver['mended'] {
  return [...now.faults].flatMap(([fault, status]) => {
    if (status !== 'fixed') return [];
    const [tree = '', id = ''] = fault.split('/');
    const prevent = kb.trees.get(tree)?.faults.get(id)?.prevent;
    return [{ fault, name: faultName(kb, fault), ...withoutUndefined({ prevent }) }];
  });
}

function promisedIn(session: Session): readonly Promised[] {
  return promisesOf(session).map(({ promised, by, at }) => ({ promised, ...withoutUndefined({ by, at }) }));
}

function brokenOff(session: Session): HandOver['parked'] {
  const parked = parkedNow(session);
  return parked && { why: parked.parked, ...withoutUndefined({ call_back: parked.callBack }) };
}

function isTold({ now }: CallRead, { fact, value }: Danger): boolean {
  const told = now.facts.get(fact)?.value;
  return typeof value === 'object' && typeof told === 'object'
    ? value.every((each) => told.includes(each))
    : told === value;
}
