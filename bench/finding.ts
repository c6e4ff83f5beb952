import { ratioOf, type Timing } from './side-by-side.js';

/** What was meant to be shown: by a comparison, or by a time itself. */
export type Aim = { readonly bound: 'at most' | 'at least' } & (
  | { readonly ratio: number }
  | { readonly nanoseconds: number }
);

/** So many of so many. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

/** One line of the report: a time, a share, a size or a rate. */
export interface Finding {
  readonly what: string;
  readonly nanoseconds?: number;
  readonly share?: Share;
  readonly bytes?: number;
  /** How often in a second. */
  readonly perSecond?: number;
  /** What the ratio says, such as "ours / this". */
  readonly compared?: string;
  readonly ratio?: number;
  readonly aim?: Aim;
  readonly met?: boolean;
}

/** Findings that belong together, with what has to be known to read them. */
export interface Section {
  readonly title: string;
  readonly remarks: readonly string[];
  readonly findings: readonly Finding[];
}

/** A time that is only reported. */
export function alone(timing: Timing): Finding {
  return { what: timing.name, nanoseconds: timing.nanoseconds };
}

/** A time that is to stay under so many nanoseconds. */
export function within(timing: Timing, most: number): Finding {
  return { ...alone(timing), aim: { bound: 'at most', nanoseconds: most }, met: timing.nanoseconds <= most };
}

/** How many of how many something is true of. */
export function shareOf(what: string, count: number, of: number): Finding {
  return { what, share: { count, of } };
}

/** A time of a peer, and how many times as long ours takes. */
export function oursOver(ours: Timing, peer: Timing, aim?: number): Finding {
  const ratio = ratioOf(ours, peer);
  const finding = { what: peer.name, nanoseconds: peer.nanoseconds, compared: 'ours / this', ratio };
  return aim === undefined ? finding : { ...finding, aim: { bound: 'at most', ratio: aim }, met: ratio <= aim };
}

/** A time of a peer, and how many times as long it takes as ours. */
export function overOurs(peer: Timing, ours: Timing, aim?: number): Finding {
  const ratio = ratioOf(peer, ours);
  const finding = { what: peer.name, nanoseconds: peer.nanoseconds, compared: 'this / ours', ratio };
  return aim === undefined ? finding : { ...finding, aim: { bound: 'at least', ratio: aim }, met: ratio >= aim };
}
