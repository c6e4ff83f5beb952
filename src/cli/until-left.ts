import type { Environment } from './environment.js';
import { readKeys } from './terminal/index.js';

/**
 * Waits until somebody has enough: until q or Ctrl-C is pressed, or, where input is no terminal, until it ends.
 * @param other what else ends it, and fails it where it fails
 */
export async function untilLeft(environment: Environment, other: Promise<void>): Promise<void> {
  const { stdin } = environment;
  let stop = (): void => {};
  const left = new Promise<void>((resolve) => {
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
