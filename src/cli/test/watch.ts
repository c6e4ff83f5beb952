import { watch } from 'node:fs';
import { type CallResult, loadFolder, runCalls } from '../../index.js';
import type { Environment } from '../environment.js';
import { exit, Misuse } from '../exit.js';
import { type Style, styleFor } from '../style.js';
import { readKeys } from '../terminal/index.js';
import { mistakesIn, mistakesLine, resultLines, summary } from './result-lines.js';

/** Editors write a file in several goes: so long nothing has to change before the calls are played, in milliseconds. */
const rest = 150;

interface Played {
  readonly results: readonly CallResult[];
  readonly mistakes: number;
  readonly passed: boolean;
}

/**
 * Plays the example calls, and again whenever a file below the folder changes; then prints only what has changed.
 * Ends with the key q or Ctrl-C, or where input ends. @returns the exit code of the last run. @throws Misuse
 */
export async function watchCalls(
  folder: string,
  { tree, verbose }: { readonly tree: string | undefined; readonly verbose: boolean },
  environment: Environment,
): Promise<number> {
  const style = styleFor(environment, false);
  const put = (line: string): void => {
    environment.stdout.write(`${line}\n`);
  };
  let last: Played | undefined;
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let again = false;
  let over = false;
  const run = async (): Promise<void> => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      const played = await play(folder, tree);
      if (over) break;
      if (last !== undefined && environment.stdout.isTTY === true)
        environment.stdout.write('\u001B[2J\u001B[3J\u001B[H');
      show(played, last, { folder, verbose, style, put });
      last = played;
    } while (again);
    running = false;
  };
  const watcher = watchFolder(folder, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), rest);
  });
  try {
    await run();
    await untilLeft(environment);
  } finally {
    over = true;
    clearTimeout(timer);
    watcher.close();
  }
  return last?.passed === true ? exit.fine : exit.unresolved;
}

function watchFolder(folder: string, changed: () => void): { close(): void } {
  try {
    const watcher = watch(folder, { recursive: true }, changed);
    // A folder that is removed under it is no reason to end: the next run says what is wrong.
    watcher.on('error', changed);
    return watcher;
  } catch (error) {
    throw new Misuse(`The folder "${folder}" cannot be watched: ${(error as Error).message}`);
  }
}

async function play(folder: string, tree: string | undefined): Promise<Played> {
  try {
    const loaded = await loadFolder(folder);
    const results = await runCalls(loaded.knowledgeBase, tree);
    const mistakes = mistakesIn(loaded);
    return {
      results,
      mistakes,
      passed: mistakes === 0 && results.every(({ differences }) => differences.length === 0),
    };
  } catch (error) {
    // The folder can be gone for a moment while it is written anew.
    if (typeof (error as { code?: unknown }).code !== 'string') throw error;
    return { results: [], mistakes: 1, passed: false };
  }
}

function show(
  { results, mistakes }: Played,
  before: Played | undefined,
  { folder, verbose, style, put }: { folder: string; verbose: boolean; style: Style; put: (line: string) => void },
): void {
  if (mistakes > 0) put(style.problem(mistakesLine(mistakes, folder)));
  const known = new Map(before?.results.map((result) => [keyOf(result), stateOf(result)]));
  for (const result of results) {
    const was = known.get(keyOf(result));
    const isNews = before === undefined ? verbose || stateOf(result) !== '' : was !== stateOf(result);
    if (isNews) for (const line of resultLines(result, before !== undefined || verbose)) put(style.clean(line));
  }
  put(summary(results));
  put(style.dim('Waiting for a change. q ends it.'));
}

function keyOf({ example }: CallResult): string {
  return `${example.tree}\n${example.name}`;
}

function stateOf({ differences }: CallResult): string {
  return differences.map(({ message }) => message).join('\n');
}

function untilLeft(environment: Environment): Promise<void> {
  return new Promise((resolve) => {
    const { stdin } = environment;
    if (stdin.isTTY !== true) {
      stdin.on('end', resolve);
      stdin.resume();
      return;
    }
    const stop = readKeys(environment, {
      key: ({ name, control }) => {
        if (name !== 'q' && !(control && name === 'c')) return;
        stop();
        resolve();
      },
      pasted: () => undefined,
      ended: () => {
        stop();
        resolve();
      },
    });
  });
}
