import type { Input, Move, State } from '../../session/index.js';

/** What one transition has done; `inputs` are all from the start of the call. */
export interface Moved {
  /** The tree in which the call begins. */
  readonly tree: string;
  /** Absent where the call begins. */
  readonly before?: State;
  readonly after: State;
  readonly inputs: readonly Input[];
}

/** The moves of the trail that a state has and the state before it has not, first to last. */
export function movesMade(after: State, before?: State): readonly Move[] {
  const made: Move[] = [];
  for (let entry = after.trail; entry !== undefined && entry !== before?.trail; entry = entry.before)
    made.push(entry.move);
  return made.reverse();
}
