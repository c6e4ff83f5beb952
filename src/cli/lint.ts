import type { Environment } from './environment.js';
import { knowledgeFolder } from './knowledge-folder.js';
import { type LintFormat, runLint } from './lint/index.js';
import { colourLevel } from './style.js';

/** Prints every finding about a knowledge base. @returns the exit code. @throws Misuse */
export function runLintCommand(
  directory: string | undefined,
  options: { readonly format: LintFormat; readonly strict?: boolean },
  environment: Environment,
): Promise<number> {
  const { format, strict = false } = options;
  const folder = knowledgeFolder(directory);
  const write = (text: string): void => {
    environment.stdout.write(text);
  };
  return runLint(folder, { format, strict, colour: colourLevel(environment, false) > 0 }, write);
}
