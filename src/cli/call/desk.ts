import type { Input, Session } from '../../index.js';
import type { Style } from '../style.js';
import type { Call } from './call.js';
import type { Front } from './front.js';

/** Whoever is played at the other end of the line in practice. */
export interface PlayedCaller {
  /** What they say to what is read to them now; `explained` after they have been told what it means. Undefined: nothing. */
  readonly answer: (session: Session, explained: boolean) => Promise<string | undefined>;
}

/** What the agent works with: the call, and the ways to show and to ask. */
export interface Desk {
  readonly call: Call;
  readonly front: Front;
  readonly style: Style;
  /** Where the search index is kept. */
  readonly cache: string;
  readonly clock: () => string;
  /** In practice only. */
  readonly caller?: PlayedCaller;
}

/** In practice, shows what the caller says to what is read to them. */
export async function letCallerSpeak({ caller, call, front, style }: Desk, explained: boolean): Promise<void> {
  const words = await caller?.answer(call.session(), explained);
  if (words !== undefined) front.show(style.note(`Caller: ${words}`));
}

/** What a command did: the call moved, it went back, it stays where it is, or it is broken off until later. */
export type Outcome = 'moved' | 'back' | 'stay' | 'parked';

/** Hands an input to the call, and says why when it is refused. @returns whether it was taken. */
export async function take({ call, front, style }: Desk, input: Input): Promise<boolean> {
  const { refused } = await call.take(input);
  if (refused !== undefined) front.show(style.problem(refused));
  return refused === undefined;
}
