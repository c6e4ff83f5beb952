import { type CallResult, loadFolder, runCalls } from '../index.js';
import type { Environment } from './environment.js';
import { exit, Misuse } from './exit.js';
import { knowledgeFolder } from './knowledge-folder.js';
import { styleFor } from './style.js';

/** Plays the example calls of a knowledge base and prints what differs. @returns the exit code. @throws Misuse */
export async function runTestCommand(
  directory: string | undefined,
  options: { readonly tree?: string; readonly verbose?: boolean },
  environment: Environment,
): Promise<number> {
  const folder = knowledgeFolder(directory);
  const { knowledgeBase, diagnostics } = await loadFolder(folder);
  const style = styleFor(environment, false);
  const print = (line: string): void => {
    environment.stdout.write(`${line}\n`);
  };
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) print(style.problem(`${errors} mistakes in the knowledge base: run "faultline lint ${folder}".`));
  if (options.tree !== undefined && !knowledgeBase.trees.has(options.tree)) {
    throw new Misuse(`There is no tree "${options.tree}" that can be used.`);
  }
  const results = await runCalls(knowledgeBase, options.tree);
  for (const result of results) report(result, options.verbose === true, print, style);
  const failed = results.filter(({ differences }) => differences.length > 0).length;
  print(`${results.length - failed} calls passed, ${failed} failed.`);
  return failed > 0 || errors > 0 ? exit.unresolved : exit.fine;
}

function report(
  { example, differences }: CallResult,
  verbose: boolean,
  print: (line: string) => void,
  style: ReturnType<typeof styleFor>,
): void {
  if (differences.length === 0) {
    if (verbose) print(style.clean(`passed  ${example.tree}: ${example.name}`));
    return;
  }
  print(style.clean(`failed  ${example.tree}: ${example.name}`));
  for (const { message, place } of differences) {
    print(style.clean(`  ${place.file}:${place.line}:${place.column}  ${message}`));
  }
}
