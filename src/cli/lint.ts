import type { Environment } from './environment.js';
import { runLint } from './lint/index.js';
import { shippedKnowledgeBase } from './places.js';
import { colourLevel } from './style.js';

/** The formats that findings can be printed in. */
export type LintFormat = 'text' | 'json' | 'sarif' | 'github';

/** Prints every finding about a knowledge base. @returns the exit code. */
export function runLintCommand(
  directory: string | undefined,
  options: { readonly format: LintFormat; readonly strict?: boolean },
  environment: Environment,
): Promise<number> {
  const { format, strict = false } = options;
  const write = (text: string): void => {
    environment.stdout.write(text);
  };
  const colour = colourLevel(environment, false) > 0;
  return runLint(directory ?? shippedKnowledgeBase, { format, strict, colour }, write);
}
