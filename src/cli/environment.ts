import type { Readable, Writable } from 'node:stream';

/** What the commands use of the world. Comes in from outside, so that tests are exact. */
export interface Environment {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number; readonly rows?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number; readonly rows?: number };
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** The time now, in ISO 8601. */
  readonly now: () => string;
}

/** The environment of this process. */
export function processEnvironment(): Environment {
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    variables: process.env,
    now: () => new Date().toISOString(),
  };
}
