import { execFile } from 'node:child_process';
import { mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { processEnvironment } from '../../src/cli/environment.js';

/** How a command ended, and what it wrote. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line as it is packed: what `bin/faultline.js` opens. */
const packed = '../../src/cli/bundled/main.js';

/** A new folder for everything that Faultline keeps. What is read of a knowledge base is not read anew in each. */
export function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'faultline-'));
  const { FAULTLINE_TEST_CACHE: cache } = process.env;
  if (cache !== undefined) symlinkSync(cache, join(home, 'cache'), 'junction');
  return home;
}

/**
 * Runs a command of `faultline` without a terminal, with this on standard input: the whole command line, in the process of
 * the test, since starting one for each costs more than what is tested. Where the process matters there is `runProcess`.
 */
export async function run(
  words: readonly string[],
  input = '',
  home = newHome(),
  variables: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  const { main } = (await import(packed)) as typeof import('../../src/cli/main.js');
  const stdin = new PassThrough();
  stdin.end(input);
  const stdout = new Written();
  const stderr = new Written();
  const code = await main(words, {
    ...processEnvironment(),
    stdin,
    stdout,
    stderr,
    variables: { ...process.env, ...variables, FAULTLINE_HOME: home },
  });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

/** Remembers what is written. */
class Written extends Writable {
  readonly #chunks: Buffer[] = [];

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.#chunks.push(chunk);
    done();
  }

  text(): string {
    return Buffer.concat(this.#chunks).toString('utf8');
  }
}

/** The same in a process of its own, with pipes: for what only a process does, and for what two do at one time. */
export function runProcess(
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
