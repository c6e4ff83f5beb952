import { type CallResult, loadFolder, runCalls } from '../../index.js';
import type { Environment } from '../environment.js';
import { exit } from '../exit.js';
import { type Style, styleFor } from '../style.js';
import { untilLeft } from '../until-left.js';
import { watchFolder } from '../watch-folder.js';
import { mistakesIn, mistakesLine, resultLines, summary } from './result-lines.js';

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
  const watching = await watchFolder(folder, async () => {
    const played = await play(folder, tree);
    if (last !== undefined && environment.stdout.isTTY === true) environment.stdout.write('\u001B[2J\u001B[3J\u001B[H');
    show(played, last, { folder, verbose, style, put });
    last = played;
  });
  try {
    await untilLeft(environment, watching.ended);
  } finally {
    watching.close();
  }
  return last?.passed === true ? exit.fine : exit.unresolved;
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
