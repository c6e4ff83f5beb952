import { loadFolder, type ManualFormat, makeManual, nearest, renderManual } from '../../index.js';
import type { Environment } from '../environment.js';
import { exit, Misuse } from '../exit.js';
import { knowledgeFolder } from '../knowledge-folder.js';
import { placesOf } from '../places.js';
import { shared, writeWhole } from '../write-whole.js';

/** What was given on the command line. */
export interface ManualCommandOptions {
  readonly format?: ManualFormat;
  readonly tree?: string;
  readonly reviewAfter?: string;
  readonly out?: string;
}

/**
 * Prints or writes the handbook of a knowledge base, and says of it when not all of it could be used.
 * @returns the exit code: 1 where mistakes leave a part of the knowledge base out. @throws Misuse
 */
export async function runManualCommand(
  directory: string | undefined,
  { format, tree, reviewAfter, out }: ManualCommandOptions,
  { stdout, stderr, variables, now }: Environment,
): Promise<number> {
  const days = daysGiven(reviewAfter);
  const folder = knowledgeFolder(directory);
  const { cache } = placesOf(variables);
  const { knowledgeBase: kb, diagnostics } = await loadFolder(folder, { cache, calls: false });
  if (tree !== undefined && !kb.trees.has(tree)) {
    const near = nearest(tree, kb.trees.keys());
    throw new Misuse(
      `There is no tree "${tree}" that can be used.${near === undefined ? '' : ` Did you mean "${near}"?`}`,
    );
  }
  const manual = makeManual(kb, {
    date: now().slice(0, 10),
    ...(tree === undefined ? {} : { tree }),
    ...(days === undefined ? {} : { reviewAfter: days }),
  });
  const text = renderManual(format ?? (/\.(?:md|markdown)$/i.test(out ?? '') ? 'markdown' : 'html'), manual);
  if (out === undefined) stdout.write(text);
  else write(out, text);
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (errors === 0) return exit.fine;
  const mistakes = errors === 1 ? 'One mistake leaves' : `${errors} mistakes leave`;
  stderr.write(`${mistakes} a part of the knowledge base out of the manual. Run "faultline lint ${folder}".\n`);
  return exit.unresolved;
}

function daysGiven(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const days = Number(given);
  if (Number.isInteger(days) && days > 0 && days <= 36_500) return days;
  throw new Misuse(`"${given}" is no number of days. Write it as --review-after 180.`);
}

function write(path: string, text: string): void {
  try {
    writeWhole(path, text, shared);
  } catch (error) {
    throw new Misuse(`"${path}" cannot be written: ${(error as Error).message}`);
  }
}
