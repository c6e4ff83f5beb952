import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How a command ended, and what it wrote. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `faultline` without a terminal, with this on standard input. */
export function run(words: readonly string[], input = ''): Promise<Ended> {
  const env = { ...process.env, FAULTLINE_HOME: mkdtempSync(join(tmpdir(), 'faultline-')) };
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
): Promise<readonly Record<string, unknown>[]> {
  const { stdout } = await run([...words, '--json'], events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
