import { withoutUndefined } from '../../knowledge/index.js';
import { type FaultStatus, faultAt, stillPossible } from '../../session/index.js';
import { faultName } from '../instruction.js';
import type { CallRead } from './call-read.js';

/** A fault that something speaks for. */
export interface HandOverSuspect {
  /** `tree/fault` */
  readonly fault: string;
  readonly name: string;
  readonly status: Exclude<FaultStatus, 'ruled-out' | 'fixed'>;
  /** What kind of cause it is, as the knowledge base names it, such as `hardware`. */
  readonly cause?: string;
}

const order: readonly string[] = ['found', 'isolated', 'unverified', 'partly', 'suspected'];

/** The faults that something speaks for, the surest first. */
export function suspectsOf({ kb, now }: CallRead): readonly HandOverSuspect[] {
  return [...now.faults]
    .flatMap(([fault, status]): readonly HandOverSuspect[] => {
      if (status === 'ruled-out' || status === 'fixed') return [];
      const cause = faultAt(kb, fault)?.cause;
      return [{ fault, name: faultName(kb, fault), status, ...withoutUndefined({ cause }) }];
    })
    .sort((one, other) => order.indexOf(one.status) - order.indexOf(other.status));
}

/**
 * The faults that no answer has excluded where the call was going on, the nearest first. Of a call that the agent has
 * referred, those that were possible before that.
 */
export async function possibleOf({ kb, session, now, moves, acts }: CallRead): Promise<HandOverPossible> {
  if (now.type === 'fixed' || now.type === 'closed') return [];
  const last = moves.findLast(({ reason }) => 'event' in reason)?.reason;
  const wasReferred =
    last?.kind === 'referred' &&
    acts.at(-1)?.event === last.event &&
    !session.events.slice(last.event).some((event) => 'revise' in event);
  const then = wasReferred ? { ...session, events: session.events.slice(0, last.event) } : session;
  const faults = await stillPossible(kb, then);
  return faults.filter((fault) => !now.faults.has(fault)).map((fault) => ({ fault, name: faultName(kb, fault) }));
}

/** Faults by their addresses, `tree/fault`, and names. */
export type HandOverPossible = readonly { readonly fault: string; readonly name: string }[];
