import type { Command } from 'commander';
import type { Environment } from '../environment.js';

/**
 * Adds the command `preview`. What does the work is loaded when it is asked for.
 * @param done is told the exit code
 */
export function addPreviewCommand(faultline: Command, environment: Environment, done: (code: number) => void): void {
  faultline
    .command('preview')
    .description('show trees in a browser while they are written: findings, picture and call, anew at every save')
    .argument('[folder]', 'the knowledge base (default: the one that comes with Faultline)')
    .option('--tree <id>', 'the tree to show first')
    .option('--port <number>', 'where it is found, on this machine only (default: 4747, or the next that is free)')
    .action(async (folder: string | undefined, options) => {
      const { runPreviewCommand } = await import('./command.js');
      done(await runPreviewCommand(folder, options, environment));
    });
}
