import type { Input, Session } from '../../index.js';
import type { Style } from '../style.js';
import type { Call } from './call.js';
import type { Front } from './front.js';

/** What is read to a caller beside a new screen: an explanation, or the question with this key while they wait. */
export interface ReadBeside {
  readonly explained?: boolean;
  readonly meanwhile?: string;
}

/** Whoever is played at the other end of the line in practice. */
export interface PlayedCaller {
  /** What they say to what is read to them now; undefined when that is nothing. */
  readonly answer: (session: Session, beside: ReadBeside) => Promise<string | undefined>;
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
export async function letCallerSpeak({ caller, call, front, style }: Desk, beside: ReadBeside = {}): Promise<void> {
  const words = await caller?.answer(call.session(), beside);
  if (words !== undefined) front.show(style.note(`Caller: ${words}`));
}

/** What a command did: the call moved, it went back, it stays where it is, or it is broken off until later. */
export type Outcome = 'moved' | 'back' | 'stay' | 'parked';

/** Hands an input to the call, and says why when it is refused. @returns whether it was taken. */
export async function take({ call, front, style }: Desk, input: Input): Promise<boolean> {
  const { refused, session } = await call.take(input);
  if (refused !== undefined) front.show(style.problem(refused));
  else if ('note' in input) {
    const kept = session.events.findLast((event) => 'note' in event);
    if (kept !== undefined && kept.note !== input.note) front.show(style.dim(`Kept as: ${kept.note}`));
  }
  return refused === undefined;
}
