import type { Selectable } from 'kysely';
import { withoutUndefined } from '../../knowledge/index.js';
import { type Channel, type Event, readSession, type Session } from '../../session/index.js';
import { callerKey } from '../caller-key.js';
import type { CaseRow, EventRow } from '../schema/tables.js';
import type { CaseStanding } from '../standing.js';

/** Who has a case open at the moment, and since when and until when, in milliseconds. */
export interface Holder {
  readonly name: string;
  readonly since: number;
  readonly until: number;
}

/** A case without its events, as lists show it. */
export interface CaseSummary extends CaseStanding {
  readonly number: number;
  readonly id: string;
  /** How many events it has. */
  readonly version: number;
  /** The tree it began in; empty where none was found. */
  readonly tree: string;
  /** The version of that tree, where the details were worked out. */
  readonly treeVersion?: string;
  /** The knowledge base it was last taken with. */
  readonly knowledge: string;
  readonly words?: string;
  readonly holder?: Holder;
}

/** A case with all of its events. */
export interface StoredCase extends CaseSummary {
  readonly session: Session;
}

/** @param now the time of the store, in milliseconds: a hold that is over is none */
export function summaryOf(row: Selectable<CaseRow>, now: number): CaseSummary {
  const isHeld = row.holder !== null && (row.held_until ?? 0) > now;
  const holder = isHeld
    ? { name: row.holder_name ?? '', since: Number(row.held_since), until: Number(row.held_until) }
    : undefined;
  return {
    number: row.number,
    id: row.id,
    version: row.version,
    tree: row.tree,
    knowledge: row.knowledge,
    begun: row.begun,
    changed: row.changed,
    channel: row.channel,
    outcome: row.outcome as CaseStanding['outcome'],
    situation: row.situation as CaseStanding['situation'],
    place: row.place,
    took: Number(row.took),
    ...withoutNull({
      treeVersion: row.tree_version,
      words: row.words,
      agent: row.last_agent,
      name: row.caller,
      contact: row.contact,
      account: row.account,
      device: row.device,
      fault: row.fault,
      desk: row.desk,
      issue: row.issue,
      reason: row.reason,
      callBack: row.call_back,
      satisfaction: row.satisfaction,
    }),
    ...withoutUndefined({ holder }),
  };
}

/** The session of a case. @throws Error when what is stored is no session. */
export function sessionOf(row: Selectable<CaseRow>, events: readonly Pick<EventRow, 'event'>[]): Session {
  const session: Session = {
    format: 1,
    tree: row.tree,
    knowledge: row.knowledge,
    ...withoutNull({ started: row.started, words: row.words, agent: row.agent, caller: row.first_caller }),
    ...(row.first_channel === null ? {} : { channel: row.first_channel as Channel }),
    events: events.map(({ event }, sequence) => eventOf(event, row.number, sequence)),
  };
  const parsed = readSession(session);
  if ('reason' in parsed) throw new Error(`What is stored of case ${row.number} is no session: ${parsed.reason}`);
  return session;
}

function eventOf(stored: string, number: number, sequence: number): Event {
  try {
    return JSON.parse(stored) as Event;
  } catch {
    throw new Error(`What is stored of case ${number} is damaged: its event ${sequence} is no JSON.`);
  }
}

/** The columns that hold what a session was begun with. */
export function headerColumns({ tree, knowledge, started, words, agent, caller, channel }: Session) {
  return {
    tree,
    knowledge,
    started: started ?? null,
    words: words ?? null,
    agent: agent ?? null,
    first_caller: caller ?? null,
    first_channel: channel ?? null,
  };
}

/** The columns that say how a case stands. */
export function standingColumns(standing: CaseStanding) {
  return {
    begun: standing.begun,
    changed: standing.changed,
    last_agent: standing.agent ?? null,
    channel: standing.channel,
    caller: standing.name ?? null,
    contact: standing.contact ?? null,
    account: standing.account ?? null,
    device: standing.device ?? null,
    agent_key: callerKey(standing.agent) ?? null,
    caller_key: callerKey(standing.name) ?? null,
    contact_key: callerKey(standing.contact) ?? null,
    account_key: callerKey(standing.account) ?? null,
    device_key: callerKey(standing.device) ?? null,
    outcome: standing.outcome,
    situation: standing.situation,
    place: standing.place,
    fault: standing.fault ?? null,
    desk: standing.desk ?? null,
    issue: standing.issue ?? null,
    reason: standing.reason ?? null,
    call_back: standing.callBack ?? null,
    satisfaction: standing.satisfaction ?? null,
    took: standing.took,
  };
}

type WithoutNull<T> = { -readonly [Key in keyof T]?: NonNullable<T[Key]> };

function withoutNull<T extends object>(value: T): WithoutNull<T> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null)) as WithoutNull<T>;
}
