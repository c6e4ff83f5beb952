import type { Environment } from './environment.js';
import { knowledgeFolder } from './knowledge-folder.js';
import { type LintFormat, listLints, runLint } from './lint/index.js';
import { colourLevel } from './style.js';

/** Prints every finding about a knowledge base, or which there can be. @returns the exit code. @throws Misuse */
export async function runLintCommand(
  directory: string | undefined,
  options: {
    readonly format: LintFormat;
    readonly strict?: boolean;
    readonly advice?: boolean;
    readonly fix?: boolean;
    readonly list?: boolean;
  },
  environment: Environment,
): Promise<number> {
  const write = (text: string): void => {
    environment.stdout.write(text);
  };
  if (options.list === true) {
    await listLints(write);
    return 0;
  }
  const { format, strict = false, advice = false, fix = false } = options;
  const today = environment.now().slice(0, 10);
  const colour = colourLevel(environment, false) > 0;
  return runLint(knowledgeFolder(directory), { format, strict, advice, fix, today, colour }, write);
}
