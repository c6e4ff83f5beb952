import { type Loaded, loadFolder, renderJunit, runCalls } from '../../index.js';
import type { Environment } from '../environment.js';
import { exit, Misuse } from '../exit.js';
import { knowledgeFolder } from '../knowledge-folder.js';
import { styleFor } from '../style.js';
import { shared, writeWhole } from '../write-whole.js';
import { mistakesIn, mistakesLine, resultLines, summary } from './result-lines.js';

/** What was given on the command line. */
export interface TestOptions {
  readonly tree?: string;
  readonly verbose?: boolean;
  readonly watch?: boolean;
  readonly junit?: string;
  readonly record?: string;
}

/** Plays the example calls of a knowledge base and prints what differs. @returns the exit code. @throws Misuse */
export async function runTestCommand(
  directory: string | undefined,
  options: TestOptions,
  environment: Environment,
): Promise<number> {
  const { tree, verbose = false, watch = false, junit, record } = options;
  const folder = knowledgeFolder(directory);
  if (record !== undefined) {
    if (watch || junit !== undefined) throw new Misuse('--record stands by itself: without --watch and --junit.');
    const { recordInto } = await import('./record.js');
    return recordInto(folder, record, tree, environment);
  }
  if (watch && junit !== undefined) throw new Misuse('--junit writes the results of one run: leave --watch away.');
  if (watch) {
    const { watchCalls } = await import('./watch.js');
    return watchCalls(folder, { tree, verbose }, environment);
  }
  const loaded = await loadFolder(folder);
  checkTree(loaded, tree);
  const style = styleFor(environment, false);
  const print = (line: string): void => {
    environment.stdout.write(`${line}\n`);
  };
  const mistakes = mistakesIn(loaded);
  if (mistakes > 0) print(style.problem(mistakesLine(mistakes, folder)));
  const results = await runCalls(loaded.knowledgeBase, tree);
  for (const result of results) for (const line of resultLines(result, verbose)) print(style.clean(line));
  print(summary(results));
  if (junit !== undefined) write(junit, renderJunit(results, mistakes));
  return mistakes > 0 || results.some(({ differences }) => differences.length > 0) ? exit.unresolved : exit.fine;
}

function checkTree({ knowledgeBase }: Loaded, tree: string | undefined): void {
  if (tree !== undefined && !knowledgeBase.trees.has(tree))
    throw new Misuse(`There is no tree "${tree}" that can be used.`);
}

function write(file: string, text: string): void {
  try {
    writeWhole(file, text, shared);
  } catch (error) {
    throw new Misuse(`"${file}" cannot be written: ${(error as Error).message}`);
  }
}
