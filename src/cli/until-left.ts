import { fstatSync } from 'node:fs';
import type { Environment } from './environment.js';
import { readKeys } from './terminal/index.js';

/**
 * Waits until somebody has enough: until q or Ctrl-C is pressed, or, where input is a pipe, until it ends. Input that is neither,
 * such as that of what runs in the background, says nothing.
 * @param other what else ends it, and fails it where it fails
 */
export async function untilLeft(environment: Environment, other: Promise<void>): Promise<void> {
  const { stdin } = environment;
  let stop = (): void => {};
  const left = new Promise<void>((resolve) => {
    if (stdin.isTTY !== true && !isPipe(stdin)) return;
    if (stdin.isTTY !== true) {
      stdin.on('end', resolve);
      stdin.resume();
      stop = () => void stdin.pause();
      return;
    }
    stop = readKeys(environment, {
      key: ({ name, control }) => {
        if (name === 'q' || (control && name === 'c')) resolve();
      },
      pasted: () => undefined,
      ended: resolve,
    });
  });
  try {
    await Promise.race([left, other]);
  } finally {
    stop();
  }
}

/** Whether input comes from another program: then its end says that this has gone. A stream that is made up counts as one. */
function isPipe(stdin: Environment['stdin']): boolean {
  const { fd } = stdin as { readonly fd?: unknown };
  if (typeof fd !== 'number') return true;
  const kind = fstatSync(fd);
  return kind.isFIFO() || kind.isSocket();
}
