import { createInterface } from 'node:readline/promises';
import type { Environment } from '../environment.js';
import { Misuse } from '../exit.js';

/**
 * Whether something that cannot be taken back is wanted: with --yes, or by typing "yes" in a terminal.
 * @throws Misuse where there is neither.
 */
export async function confirmed(what: string, yes: boolean | undefined, environment: Environment): Promise<boolean> {
  const { stdin, stdout } = environment;
  if (yes === true) return true;
  if (stdin.isTTY !== true || stdout.isTTY !== true)
    throw new Misuse(`${what} This cannot be taken back: say --yes, or do it in a terminal.`);
  const lines = createInterface({ input: stdin, output: stdout });
  // Ctrl-D and Ctrl-C are no answer, and mean no.
  const none = new Promise<string>((resolve) => {
    lines.once('close', () => resolve(''));
    lines.once('SIGINT', () => resolve(''));
  });
  try {
    const typed = await Promise.race([lines.question(`${what} Type yes to go on: `), none]);
    return typed.trim().toLowerCase() === 'yes';
  } finally {
    lines.close();
  }
}
