import { type Command, Option } from 'commander';
import type { Environment } from '../environment.js';

/**
 * Adds the command `manual`. What does the work is loaded when it is asked for.
 * @param done is told the exit code
 */
export function addManualCommand(faultline: Command, environment: Environment, done: (code: number) => void): void {
  faultline
    .command('manual')
    .description('write a knowledge base as a handbook that can be printed and followed on paper')
    .argument('[folder]', 'the knowledge base (default: the one that comes with Faultline)')
    .addOption(
      new Option('--format <format>', 'how it is written (default: by the name of the file, else html)').choices([
        'html',
        'markdown',
      ]),
    )
    .option('--tree <id>', 'only this tree, and those that it visits')
    .option('--review-after <days>', 'after how many days a tree is due for review (default: 365)')
    .option('--out <file>', 'write it to this file')
    .action(async (folder: string | undefined, options) => {
      const { runManualCommand } = await import('./command.js');
      done(await runManualCommand(folder, options, environment));
    });
}
