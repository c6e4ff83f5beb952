import type { Input } from '../../session/index.js';
import type { WaitingFor } from './waiting-for.js';

/** A state that calls come to, with the way to it that has the fewest inputs. */
export interface Reached {
  readonly id: number;
  readonly waiting: WaitingFor;
  readonly from?: Reached;
  /** The inputs that led here from there. */
  readonly inputs: readonly Input[];
  /** What can follow, in the order of the replies. */
  readonly next: readonly Transition[];
}

/** One way out of a state. */
export interface Transition {
  readonly inputs: readonly Input[];
  readonly to: Reached;
}

/** All states of the calls that begin in one tree. */
export interface Walk {
  readonly tree: string;
  /** In the order in which they were reached. */
  readonly states: readonly Reached[];
  readonly beginnings: readonly Reached[];
  readonly transitions: number;
  /** The facts that were told at the beginning of some of the calls. */
  readonly told: readonly string[];
  /** What was not looked at, in sentences. */
  readonly notReached: readonly string[];
}

/** The inputs from the start of the call to a state. */
export function inputsTo(reached: Reached): readonly Input[] {
  const parts: (readonly Input[])[] = [];
  for (let at: Reached | undefined = reached; at !== undefined; at = at.from) parts.push(at.inputs);
  return parts.reverse().flat();
}
