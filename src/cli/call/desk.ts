import type { Input } from '../../index.js';
import type { Style } from '../style.js';
import type { Call } from './call.js';
import type { Front } from './front.js';

/** What the agent works with: the call, and the ways to show and to ask. */
export interface Desk {
  readonly call: Call;
  readonly front: Front;
  readonly style: Style;
  /** Where the search index is kept. */
  readonly cache: string;
  readonly clock: () => string;
}

/** What a command did: the call moved, it went back, it stays where it is, or it is broken off until later. */
export type Outcome = 'moved' | 'back' | 'stay' | 'parked';

/** Hands an input to the call, and says why when it is refused. @returns whether it was taken. */
export async function take({ call, front, style }: Desk, input: Input): Promise<boolean> {
  const { refused } = await call.take(input);
  if (refused !== undefined) front.show(style.problem(refused));
  return refused === undefined;
}
