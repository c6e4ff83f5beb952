import type { Readable, Writable } from 'node:stream';

/** What the commands use of the world. Comes in from outside, so that tests are exact. */
export interface Environment {
  readonly stdin: Readable & { readonly isTTY?: boolean; setRawMode?(raw: boolean): unknown };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number; readonly rows?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number; readonly rows?: number };
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** The time now, in ISO 8601. */
  readonly now: () => string;
  /** Milliseconds on a clock that is never put forward or back. */
  readonly elapsed: () => number;
  /** Does something every second. @returns what ends it. */
  readonly everySecond: (task: () => void) => () => void;
}

/** The environment of this process. */
export function processEnvironment(): Environment {
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    variables: process.env,
    now: () => new Date().toISOString(),
    elapsed: () => performance.now(),
    everySecond: (task) => {
      const timer = setInterval(task, 1_000);
      return () => clearInterval(timer);
    },
  };
}
