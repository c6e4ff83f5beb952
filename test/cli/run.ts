import { execFile } from 'node:child_process';
import { mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How a command ended, and what it wrote. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A new folder for everything that Faultline keeps. What is read of a knowledge base is not read anew in each. */
export function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'faultline-'));
  const { FAULTLINE_TEST_CACHE: cache } = process.env;
  if (cache !== undefined) symlinkSync(cache, join(home, 'cache'), 'junction');
  return home;
}

/** Runs `faultline` without a terminal, with this on standard input. */
export function run(
  words: readonly string[],
  input = '',
  home = newHome(),
  variables: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  const env = { ...process.env, ...variables, FAULTLINE_HOME: home };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ['bin/faultline.js', ...words], { env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
    child.stdin?.end(input);
  });
}

/** What the JSON door says to these events, line by line. */
export async function driven(
  words: readonly string[],
  events: readonly object[],
  home = newHome(),
): Promise<readonly Record<string, unknown>[]> {
  const lines = events.map((event) => `${JSON.stringify(event)}\n`).join('');
  const { stdout } = await run([...words, '--json'], lines, home);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
