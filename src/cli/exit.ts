/** What the exit codes mean. */
export const exit = {
  /** All is well. */
  fine: 0,
  /** Findings, or a call that ended without a solution. */
  unresolved: 1,
  /** The command was used wrongly. */
  misuse: 2,
  /** A fault of Faultline itself. */
  ours: 70,
} as const;

/** The command was used wrongly: `message` says how, in a sentence. */
export class Misuse extends Error {}
